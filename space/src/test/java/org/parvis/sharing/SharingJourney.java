package org.parvis.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.access.Townsfolk.enter;
import static org.parvis.access.Townsfolk.id;
import static org.parvis.access.Townsfolk.patient;
import static org.parvis.access.Townsfolk.professional;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.Townsfolk;
import org.parvis.web.PageVisit;

/** Patients and professionals at their own windows, in a real browser. */
class SharingJourney {

    @Nested
    class APatientWhoRefuses {
        @Test
        void closesTheRecordAtTheDoctorsNextClickAndOpensItAgain() {
            String id = id();
            var louise = patient(id, "Moreau");
            var doctor = professional(id + "-doc", "doctor");
            Townsfolk.circle(id, "Practitioner/" + id + "-doc");

            PageVisit.acting(GuardedServer.at("/dossier/" + id), doctors -> {
                enter(doctors, doctor);
                doctors.navigate(GuardedServer.at("/dossier/" + id + "/partage").toString());
                assertThat(doctors.content()).contains("Moreau", "Cercle de soins");
                assertThat(PageVisit.faults(doctors, "sharing-doctor")).isEmpty();

                PageVisit.acting(GuardedServer.at("/dossier/" + id + "/partage"), patients -> {
                    enter(patients, louise);
                    patients.navigate(
                            GuardedServer.at("/dossier/" + id + "/partage").toString());
                    assertThat(patients.content()).contains("Dr Karim Benali", "Cercle de soins");
                    patients.getByText("Refuser le partage").click();
                    patients.getByText("Partage refusé à tous").waitFor();
                    assertThat(PageVisit.faults(patients, "sharing-patient")).isEmpty();

                    doctors.reload();
                    assertThat(doctors.content()).contains("pas accessible").doesNotContain("Moreau");

                    patients.getByText("Retirer ce choix").click();
                    patients.getByText("Choix passés").waitFor();
                    doctors.reload();
                    assertThat(doctors.content()).contains("Moreau");

                    patients.getByText("Ne plus partager").click();
                    patients.getByText("Partage refusé à Dr Karim Benali").waitFor();
                    doctors.reload();
                    assertThat(doctors.content()).doesNotContain("Moreau");
                });
            });
        }
    }

    @Nested
    class AProfessionalInThePatientsPlace {
        @Test
        void notesARefusalWhichThePatientReadsAndUndoes() {
            String id = id();
            var louise = patient(id, "Perrin");
            var doctor = professional(id + "-doc", "doctor");
            Townsfolk.circle(id, "Practitioner/" + id + "-doc");

            PageVisit.acting(GuardedServer.at("/dossier/" + id), page -> {
                enter(page, doctor);
                page.navigate(GuardedServer.at("/dossier/" + id + "/partage").toString());
                assertThat(PageVisit.faults(page, "sharing-note")).isEmpty();
                page.getByText("La personne refuse").click();
                page.waitForURL("**/partage");
                page.navigate(GuardedServer.at("/dossier/" + id).toString());
                assertThat(page.content()).doesNotContain("Perrin");

                PageVisit.acting(GuardedServer.at("/dossier/" + id + "/partage"), patients -> {
                    enter(patients, louise);
                    patients.navigate(
                            GuardedServer.at("/dossier/" + id + "/partage").toString());
                    patients.getByText("a noté ce choix à votre place").waitFor();
                    assertThat(PageVisit.faults(patients, "sharing-inplace")).isEmpty();
                    patients.locator(".fr-alert").getByText("Retirer ce choix").click();
                    patients.getByText("Choix passés").waitFor();
                    page.reload();
                    assertThat(page.content()).contains("Perrin");
                });
            });
        }
    }

    @Nested
    class APatientAtAVisit {
        @Test
        void opensTheRecordByACodeThatServesOnce() {
            String id = id();
            var louise = patient(id, "Lambert");
            var doctor = professional(id + "-doc", "doctor");

            PageVisit.acting(GuardedServer.at("/dossier/" + id + "/partage"), patients -> {
                enter(patients, louise);
                patients.navigate(
                        GuardedServer.at("/dossier/" + id + "/partage").toString());
                patients.getByText("Afficher un code").click();
                String code = patients.locator(".visit-code").innerText();
                assertThat(PageVisit.faults(patients, "sharing-code")).isEmpty();

                PageVisit.acting(GuardedServer.at("/patient-present"), doctors -> {
                    enter(doctors, doctor);
                    doctors.navigate(GuardedServer.at("/patient-present").toString());
                    doctors.getByLabel("Code de la personne").fill("AAAA AAAA");
                    doctors.keyboard().press("Enter");
                    doctors.getByText("ne sert plus").first().waitFor();
                    doctors.getByLabel("Code de la personne").fill(code.toLowerCase(Locale.ROOT));
                    doctors.keyboard().press("Enter");
                    doctors.waitForURL("**/dossier/" + id);
                    assertThat(doctors.content()).contains("Lambert", "en présence de la personne");

                    doctors.navigate(GuardedServer.at("/patient-present").toString());
                    doctors.getByLabel("Code de la personne").fill(code);
                    doctors.keyboard().press("Enter");
                    doctors.getByText("ne sert plus").first().waitFor();
                });
            });
        }
    }

    @Nested
    class ADoctorInAnEmergency {
        @Test
        void breaksTheGlassWhichThePatientReadsAndTheOfficerReviews() {
            String id = id();
            var louise = patient(id, "Garnier");
            var doctor = professional(id + "-doc", "doctor");
            var officer = professional(id + "-dpo", "data-protection");
            String reason = "Inconsciente aux urgences, recherche d’allergies";

            PageVisit.acting(GuardedServer.at("/dossier/" + id), page -> {
                enter(page, doctor);
                page.navigate(GuardedServer.at("/dossier/" + id).toString());
                assertThat(page.content()).doesNotContain("Garnier");
                page.getByText("Ouvrir pour une urgence").click();
                assertThat(page.content()).contains("Aucun lien de soin");
                page.getByLabel("Motif").fill("urgence");
                page.getByText("Ouvrir le dossier", new Page.GetByTextOptions().setExact(true))
                        .click();
                page.getByText("il sera lu").first().waitFor();
                assertThat(PageVisit.faults(page, "sharing-emergency")).isEmpty();
                page.getByLabel("Motif").fill(reason);
                page.getByText("Ouvrir le dossier", new Page.GetByTextOptions().setExact(true))
                        .click();
                page.waitForURL("**/dossier/" + id);
                assertThat(page.content()).contains("Garnier");
            });

            PageVisit.acting(GuardedServer.at("/dossier/" + id), page -> {
                enter(page, louise);
                page.navigate(GuardedServer.at("/dossier/" + id + "/acces").toString());
                page.getByText(reason).first().waitFor();
                assertThat(PageVisit.faults(page, "sharing-emergency-told")).isEmpty();
            });

            PageVisit.acting(GuardedServer.at("/traces/a-examiner"), page -> {
                enter(page, officer);
                page.navigate(GuardedServer.at("/traces/a-examiner").toString());
                page.getByText(reason).first().waitFor();
                assertThat(PageVisit.faults(page, "sharing-emergency-review")).isEmpty();
            });
        }
    }
}
