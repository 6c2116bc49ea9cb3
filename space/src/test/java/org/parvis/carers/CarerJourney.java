package org.parvis.carers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Townsfolk;
import org.parvis.web.PageVisit;

/** Patients and those who stand by them, in a real browser and a plain one. */
class CarerJourney {

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static void invite(Page page, String patient, String mail, Share share, LocalDate last) {
        page.navigate(
                GuardedServer.at("/dossier/" + patient + "/proches/invitation").toString());
        page.getByLabel("Prénom").fill("Hugo");
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Renaud");
        page.getByLabel("Ce qu’elle est pour vous").fill("mon fils");
        page.getByLabel("Adresse électronique").fill(mail);
        page.getByLabel("Ce qu’elle voit").selectOption(share.address());
        page.getByLabel("Dernier jour").fill(last.toString());
        page.getByText("Envoyer l’invitation").click();
    }

    private static void keepAppointment(String patient) {
        Townsfolk.store(
                ("{'resourceType':'Appointment','id':'%1$s-rdv','status':'booked','description':'Consultation du genou',"
                                + "'start':'%2$sT09:00:00Z','participant':[{'actor':{'reference':'Patient/%1$s'},'status':'accepted'}]}")
                        .formatted(patient, today().plusDays(3)));
        Townsfolk.store(
                ("{'resourceType':'Observation','id':'%1$s-obs','status':'final','code':{'text':'Glycémie'},'effectiveDateTime':'2026-01-12','category':[{'coding':[{'code':'laboratory'}]}],"
                                + "'valueString':'haute','subject':{'reference':'Patient/%1$s'}}")
                        .formatted(patient));
    }

    @Nested
    class APatient {
        @Test
        void opensTheirAppointmentsToSomebodyWithoutAccountUntilTheyTakeThemBack() {
            String id = Townsfolk.id();
            var louise = Townsfolk.patient(id, "Renaud");
            keepAppointment(id);
            var mail = "hugo-%s@parvis.example".formatted(System.nanoTime());

            PageVisit.acting(GuardedServer.at("/dossier/" + id + "/proches"), page -> {
                Townsfolk.enter(page, louise);
                invite(page, id, mail, Share.APPOINTMENTS, today().minusDays(1));
                page.getByText("Choisissez un jour").first().waitFor();
                assertThat(PageVisit.faults(page, "carers-invite")).isEmpty();
                invite(page, id, mail, Share.APPOINTMENTS, today().plusMonths(3));
                page.getByText("L’invitation de Hugo Renaud est envoyée").waitFor();
                page.getByText("Revenir aux proches").click();
                page.getByText("Invitation envoyée").waitFor();

                var hugo = Townsfolk.accept(mail, "Hugo Renaud");
                assertThat(hugo.get("/").body()).contains("Renaud", "Proche aidant");
                assertThat(hugo.get("/dossier/" + id).body())
                        .contains("Consultation du genou", "Proche aidant")
                        .doesNotContain("Synthèse", "Glycémie", "Partage");
                assertThat(hugo.get("/dossier/" + id + "/resultats").statusCode())
                        .isEqualTo(404);

                page.reload();
                page.getByText("A accès").waitFor();
                assertThat(PageVisit.faults(page, "carers")).isEmpty();
                page.navigate(GuardedServer.at("/dossier/" + id + "/acces").toString());
                assertThat(page.content()).contains("Hugo Renaud", "pour le compte de la personne");

                page.navigate(GuardedServer.at("/dossier/" + id + "/proches").toString());
                page.getByText("Retirer l’accès").click();
                page.getByText("Aidants passés").waitFor();
                assertThat(hugo.get("/dossier/" + id).statusCode()).isEqualTo(404);
                assertThat(hugo.get("/").body()).doesNotContain("Proche aidant");
            });
        }

        @Test
        void letsItLastLongerAndOpensMoreToAnotherWhoHasAnAccount() {
            String id = Townsfolk.id();
            var louise = Townsfolk.patient(id, "Simon");
            keepAppointment(id);
            var neighbour = Townsfolk.patient(id + "-voisin", "Voisin");
            var mail = "voisin-%s@parvis.example".formatted(System.nanoTime());

            PageVisit.acting(GuardedServer.at("/dossier/" + id + "/proches"), page -> {
                Townsfolk.enter(page, louise);
                invite(page, id, mail, Share.EVERYTHING, today().plusMonths(3));
                page.getByText("Revenir aux proches").click();

                var visit = PlainBrowser.of(neighbour);
                assertThat(Townsfolk.joins(visit, mail).headers().firstValue("Location"))
                        .hasValue("/");
                assertThat(visit.get("/dossier/" + id + "/resultats").body()).contains("Glycémie");
                assertThat(visit.get("/dossier/" + id + "/proches").statusCode())
                        .isEqualTo(404);

                page.reload();
                var last = today().plusMonths(9);
                page.getByLabel("Jusqu’au pour Hugo Renaud").fill(last.toString());
                page.getByText("Prolonger").click();
                page.waitForURL("**/proches");
                assertThat(page.content()).contains(String.valueOf(last.getYear()));
            });
        }
    }

    @Nested
    class AGuardian {
        @Test
        void actsUntilTheirMandateEnds() {
            String id = Townsfolk.id();
            Townsfolk.patient(id, "Thomas");
            keepAppointment(id);
            var guardian = PlainBrowser.of(Townsfolk.guardian(id + "-tuteur", id));

            assertThat(guardian.get("/dossier/" + id + "/resultats").body()).contains("Glycémie", "Représentant légal");

            Townsfolk.guardianUntil(id + "-tuteur", id, today().minusDays(1));
            assertThat(guardian.get("/dossier/" + id + "/resultats").statusCode())
                    .isEqualTo(404);
        }
    }
}
