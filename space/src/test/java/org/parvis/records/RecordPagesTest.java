package org.parvis.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class RecordPagesTest {

    @BeforeAll
    static void keepTheRecord() {
        RunningServer.keep("records/jeanne.json");
    }

    @Nested
    class TheBanner {
        @Test
        void saysWhoItIsAndHowFarThatCanBeTrusted() {
            var page = text("/dossier/jeanne");

            assertThat(page)
                    .contains("Exemple Jeanne Marie Cécile", "Nom utilisé\u00a0: Jeanne Modèle")
                    .contains("Née le 12/03/1961", "Féminin", "Identité qualifiée", "2 61 03 44 109 001 23");
        }

        @Test
        void warnsOfAllergiesThatStillHold() {
            var page = text("/dossier/jeanne/documents");

            assertThat(page).contains("Allergie à la pénicilline").doesNotContain("Poils de chat");
        }
    }

    @Nested
    class TheSummary {
        @Test
        void saysEachFactWithItsSourceAndSinceWhen() {
            var page = text("/dossier/jeanne");

            assertThat(page)
                    .contains("Diabète de type 2 depuis 2012 · Source\u00a0: Dr Sophie Leclerc")
                    .contains("Insuffisance cardiaque depuis 4 septembre 2023 · Source\u00a0: Clinique du Parc")
                    .contains("Furosémide 40 mg, comprimé 1 comprimé le matin")
                    .doesNotContain("Grippe");
        }

        @Test
        void showsTheLastResultsWithTheirTrend() {
            var page = RunningServer.get("/dossier/jeanne").body();

            assertThat(page).contains("Évolution de 7 mesures, entre 6,6 et 8,4");
            assertThat(text("/dossier/jeanne")).contains("128 / 79 mmHg", "Hémoglobine glyquée");
        }

        @Test
        void namesTheCircleOfCare() {
            var page = text("/dossier/jeanne");

            assertThat(page)
                    .contains("Dr Sophie Leclerc Médecin traitant", "Anne Petit Infirmière coordinatrice")
                    .contains("Claire Modèle 06 00 00 00 00 Fille");
        }
    }

    @Nested
    class TheTimeline {
        @Test
        void tellsTheLatestFirst() {
            var page = text("/dossier/jeanne/fil");

            assertThat(page.indexOf("Consultation de suivi")).isPositive();
            assertThat(page.indexOf("Consultation de suivi"))
                    .isLessThan(page.indexOf("Hospitalisation en cardiologie"));
        }

        @Test
        void isFilteredByChapterAndDay() {
            var page = text("/dossier/jeanne/fil?quoi=sejours&avant=2024-01-01");

            assertThat(page)
                    .contains("Hospitalisation en cardiologie Essoufflement à l’effort Source\u00a0: Clinique du Parc")
                    .doesNotContain("Consultation de suivi", "Lettre de sortie");
        }
    }

    @Nested
    class TheDocuments {
        @Test
        void markWhatWasReplacedAndLeaveOutWhatIsWrong() {
            var page = text("/dossier/jeanne/documents");

            assertThat(page)
                    .contains("3 documents", "première version", "Remplacé")
                    .doesNotContain("Lettre d’une autre personne");
        }

        @Test
        void areFilteredWithoutRegardToAccents() {
            var page = text("/dossier/jeanne/documents?mots=echographie&tri=titre");

            assertThat(page).contains("2 documents").doesNotContain("Lettre de sortie");
        }

        @Test
        void areReadWithNothingAllowedToAct() {
            var document = RunningServer.get("/dossier/jeanne/documents/jeanne-letter");

            assertThat(document.body()).isEqualTo("Texte de la lettre.");
            assertThat(document.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; sandbox");
        }

        @Test
        void areReadInTheRecordOfTheirPatientOnly() {
            assertThat(RunningServer.get("/dossier/leclerc/documents/jeanne-letter")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class ARecordThatIsNotThere {
        @Test
        void isToldInTheWordsOfOneThatIsClosed() {
            var page = RunningServer.get("/dossier/personne");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("Il n’existe pas, ou rien ne vous donne accès à lui.");
        }
    }

    /** What the page says, without its marks. */
    private static String text(String path) {
        return RunningServer.get(path).body().replaceAll("<[^>]*>", " ").replaceAll("[ \\n]+", " ");
    }
}
