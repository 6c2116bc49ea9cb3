package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.Worker;
import org.parvis.web.PageVisit;

/** An application opened from a patient's record, approved, and sent away again, in a real browser. */
class ApplicationJourney {

    private final Worker doctor = Worker.in("Cabinet du Phare");
    private final String patient = TestPatients.of(doctor, "Delaplage");

    @Test
    void opensOnThePatientOnceThePersonApprovesAndCloses() throws IOException {
        try (var application = new SmallApplication()) {
            PageVisit.acting(GuardedServer.at("/dossier/" + patient), page -> {
                comeIn(page);
                page.waitForURL("**/dossier/**");
                page.locator("nav.tabs").getByText("Applications").click();
                assertThat(PageVisit.faults(page, "authority-applications")).isEmpty();
                page.getByText("Ouvrir " + application.name()).click();

                page.getByText("Elle pourra lire").waitFor();
                assertThat(page.locator("main").innerText()).contains("Cabinet du Phare", "Delaplage");
                assertThat(PageVisit.faults(page, "authority-approval")).isEmpty();
                page.getByText("Autoriser", new Page.GetByTextOptions().setExact(true))
                        .click();
                page.getByText("Courbes de Delaplage").waitFor();

                page.navigate(GuardedServer.at("/mes-sessions").toString());
                assertThat(page.locator("main").innerText()).contains(application.name());
                assertThat(PageVisit.faults(page, "authority-deputies")).isEmpty();
                page.getByLabel("Retirer l’autorisation de " + application.name())
                        .click();
                page.navigate(application.again());
                page.getByText("Accès fermé : 401").waitFor();
            });
        }
    }

    @Test
    void beginsByItselfOnAPatientWhomThePersonChoosesAndLeavesWithThem() {
        var scopes = "launch/patient patient/Observation.rs";
        var application = TestApplication.with(scopes);
        var asked = application.asking(scopes);
        PageVisit.acting(GuardedServer.at(TestApplication.address(asked)), page -> {
            comeIn(page);
            page.getByText("De quel patient").waitFor();
            assertThat(PageVisit.faults(page, "authority-patient")).isEmpty();
            page.locator(".choices").getByText("Delaplage").click();
            page.getByText("Elle s’ouvre sur le dossier de").waitFor();
            assertThat(page.locator("main").innerText()).contains("La question ne vous sera plus posée");

            asked.put("redirect_uri", "https://voleur.exemple.fr/");
            page.navigate(GuardedServer.at(TestApplication.address(asked)).toString());
            assertThat(PageVisit.faults(page, "authority-misled")).isEmpty();

            page.navigate(GuardedServer.at(
                            "/oauth2/logout?client_id=" + application.known().id())
                    .toString());
            assertThat(PageVisit.faults(page, "authority-departure")).isEmpty();
            page.getByText("Fermer ma session").click();
            page.waitForURL("**/connexion");
        });
    }

    private void comeIn(Page page) {
        page.getByLabel("Identifiant").fill(doctor.member().login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/connexion/code**");
        page.getByLabel("Code à six chiffres").fill(doctor.member().nextCode());
        page.keyboard().press("Enter");
    }
}
