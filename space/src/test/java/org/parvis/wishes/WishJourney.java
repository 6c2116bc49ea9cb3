package org.parvis.wishes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.Townsfolk;
import org.parvis.web.PageVisit;

/** People and those who treat them keep and read the register of wishes, in a real browser. */
class WishJourney {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(US_ASCII);

    private static String wishes(String patient) {
        return GuardedServer.at("/dossier/" + patient + "/volontes").toString();
    }

    private static void designate(Page page, String given, String family) {
        page.getByLabel("Prénom").fill(given);
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill(family);
        page.getByLabel("Ce qu’elle est pour vous").fill("ma fille");
        page.getByLabel("Téléphone").fill("06 12 34 56 78");
        page.getByText("Elle a accepté et signé").click();
        page.getByText("Désigner cette personne").click();
        page.waitForURL("**/volontes");
    }

    @Nested
    class APatient {
        @Test
        void saysWhomTheyTrustAndWhatTheyWantAndChangesTheirMind() {
            String id = Townsfolk.id();
            var louise = Townsfolk.patient(id, "Aubry");

            PageVisit.acting(GuardedServer.at("/dossier/" + id + "/volontes"), page -> {
                Townsfolk.enter(page, louise);
                page.navigate(wishes(id));
                assertThat(PageVisit.faults(page, "wishes-none")).isEmpty();

                page.getByText("Désigner une personne de confiance").click();
                page.getByLabel("Téléphone").fill("demain");
                page.getByLabel("Prénom").fill("Claire");
                page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true))
                        .fill("Aubry");
                page.getByText("Désigner cette personne").click();
                page.getByText("Écrivez le numéro en chiffres").first().waitFor();
                assertThat(PageVisit.faults(page, "wishes-person")).isEmpty();
                designate(page, "Claire", "Aubry");
                assertThat(page.content()).contains("Claire Aubry", "ma fille", "A accepté par écrit");

                page.getByText("En désigner une autre").click();
                designate(page, "Paul", "Aubry");
                assertThat(page.locator("section[aria-labelledby=personne]").innerText())
                        .contains("Paul Aubry")
                        .doesNotContain("Claire");
                assertThat(page.locator("section[aria-labelledby=passees]").innerText())
                        .contains("Claire Aubry");
                page.locator("section[aria-labelledby=passees]")
                        .getByText("Rétablir")
                        .click();
                page.waitForURL("**/volontes");
                assertThat(page.locator("section[aria-labelledby=personne]").innerText())
                        .contains("Claire Aubry")
                        .doesNotContain("Paul");

                page.getByText("Écrire des directives anticipées").click();
                assertThat(PageVisit.faults(page, "wishes-directives")).isEmpty();
                page.getByLabel("Ce que vous voulez, ou refusez").fill("Ni réanimation,\nni acharnement.");
                page.getByText("Enregistrer ces directives").click();
                page.waitForURL("**/volontes");
                assertThat(page.content()).contains("Ni réanimation,");

                page.getByText("Les changer", new Page.GetByTextOptions().setExact(true))
                        .click();
                page.getByLabel("Directives écrites et signées")
                        .setInputFiles(new FilePayload("directives.pdf", "application/pdf", PDF));
                page.getByText("Joindre ce document").click();
                page.waitForURL("**/volontes");
                page.getByText("Lire les directives").waitFor();
                assertThat(page.content()).contains("Remplacé");

                page.getByText("J’en ai parlé à mes proches").click();
                page.getByText("Ses proches savent").first().waitFor();
                assertThat(PageVisit.faults(page, "wishes")).isEmpty();

                page.getByText("Retirer ces directives").click();
                page.getByText("Aucune directive anticipée n’est notée ici").waitFor();
                page.navigate(GuardedServer.at("/dossier/" + id).toString());
                assertThat(page.content()).contains("Claire Aubry");
                assertThat(page.content()).doesNotContain("Directives anticipées");
            });
        }
    }

    @Nested
    class WhoeverTreatsThem {
        @Test
        void notesAtTheirRequestAndIsMarkedAsSuch() {
            String id = Townsfolk.id();
            Townsfolk.patient(id, "Bertin");
            var doctor = Townsfolk.professional(id + "-doc", "doctor");
            Townsfolk.circle(id, "Practitioner/" + id + "-doc");

            PageVisit.acting(GuardedServer.at("/dossier/" + id), page -> {
                Townsfolk.enter(page, doctor);
                page.navigate(wishes(id));
                page.getByText("Désigner une personne de confiance").click();
                designate(page, "Anne", "Bertin");
                assertThat(page.content()).contains("à la demande de la personne");
                page.navigate(GuardedServer.at("/dossier/" + id).toString());
                assertThat(page.content()).contains("Anne Bertin", "06 12 34 56 78");
                assertThat(PageVisit.faults(page, "wishes-summary")).isEmpty();
            });
        }

        @Test
        void readsThemInAnEmergencyAndChangesNothing() {
            String id = Townsfolk.id();
            var patient = Townsfolk.patient(id, "Caron");
            var doctor = Townsfolk.professional(id + "-doc", "doctor");

            PageVisit.acting(GuardedServer.at("/dossier/" + id + "/volontes"), page -> {
                Townsfolk.enter(page, patient);
                page.navigate(wishes(id) + "/directives");
                page.getByLabel("Ce que vous voulez, ou refusez").fill("Ne pas me réanimer.");
                page.getByText("Enregistrer ces directives").click();
                page.waitForURL("**/volontes");
                page.navigate(GuardedServer.at("/dossier/" + id + "/partage").toString());
                page.getByText("Refuser le partage").click();
                page.getByText("Partage refusé à tous").waitFor();
            });

            PageVisit.acting(GuardedServer.at("/dossier/" + id + "/urgence"), page -> {
                Townsfolk.enter(page, doctor);
                page.navigate(GuardedServer.at("/dossier/" + id + "/urgence").toString());
                page.getByLabel("Motif").fill("Inconscient aux urgences");
                page.getByText("Ouvrir le dossier", new Page.GetByTextOptions().setExact(true))
                        .click();
                page.waitForURL("**/dossier/" + id);
                assertThat(page.content()).contains("Directives anticipées");
                page.navigate(wishes(id));
                assertThat(page.content()).contains("Ne pas me réanimer.").doesNotContain("Les changer");
            });
        }
    }

    @Nested
    class AGuardian {
        @Test
        void readsButDoesNotDecide() {
            String id = Townsfolk.id();
            Townsfolk.patient(id, "Duval");
            var guardian = Townsfolk.guardian(id + "-tuteur", id);

            PageVisit.acting(GuardedServer.at("/dossier/" + id + "/volontes"), page -> {
                Townsfolk.enter(page, guardian);
                page.navigate(wishes(id));
                assertThat(page.content())
                        .contains("Aucune directive anticipée")
                        .doesNotContain("Écrire des directives");
                page.navigate(wishes(id) + "/directives");
                assertThat(page.url()).endsWith("/volontes");
            });
        }
    }
}
