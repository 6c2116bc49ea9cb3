package org.parvis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class SheetPagesTest {

    @BeforeAll
    static void keepPeopleAndStructures() {
        RunningServer.keep("search/people.json");
    }

    @Nested
    class AProfessional {
        private final String page =
                RunningServer.get("/annuaire/professionnels/solenn").body();

        @Test
        void isToldByNameNumberAndPractice() {
            assertThat(page)
                    .contains(
                            "<h1>Dr Solenn Quéméneur</h1>",
                            "10900000017",
                            "Médecin, Radiodiagnostic",
                            "href=\"/annuaire/structures/ajoncs\"",
                            "1 place du Marché, 44350 Guérande");
        }

        @Test
        void isReachedWhereTheyWorkAndNowhereElse() {
            assertThat(page)
                    .contains("href=\"tel:0299000001\"", "solenn.quemeneur@exemple.mssante.fr")
                    .doesNotContain("06 99 00 00 01");
        }

        @Test
        void saysWhenTheyReceiveAndWhenNot() {
            assertThat(page)
                    .contains("lun. – mer.", "08:30 – 12:00", "jeu.", "Congés")
                    .doesNotContain("Formation");
        }

        @Test
        void saysWhoSaysSoAndSinceWhen() {
            assertThat(page).contains("Source\u00a0: cet espace");
        }
    }

    @Nested
    class AStructure {
        @Test
        void leadsToItsPeopleItsOfferAndItsPlaces() {
            var page = RunningServer.get("/annuaire/structures/ajoncs").body();

            assertThat(page)
                    .contains(
                            "<h1>Maison de santé des Ajoncs</h1>",
                            "440099999",
                            "id=\"offre-kine\"",
                            "Sur rendez-vous.",
                            "data-latitude=\"47.33\"",
                            "href=\"/annuaire/professionnels/solenn\"");
        }
    }

    @Nested
    class WhoeverIsNotThere {
        @Test
        void hasNoSheet() {
            assertThat(RunningServer.get("/annuaire/professionnels/personne").statusCode())
                    .isEqualTo(404);
        }
    }
}
