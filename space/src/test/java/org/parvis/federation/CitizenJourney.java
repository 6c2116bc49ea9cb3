package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.web.PageVisit;

/** A patient who comes in by FranceConnect, in a real browser. */
class CitizenJourney {

    @Test
    void leadsToTheirRecordAndOutAgain() {
        Newborns.keep(Newborns.record("Aubry", "Camille Jeanne Lise", "1984-06-02", "female", "59350", "VALI"));
        PageVisit.acting(GuardedServer.at("/"), page -> {
            comeIn(page, "Camille Aubry");
            page.getByText("Ouvrir mon dossier").click();
            assertThat(page.locator("main").innerText()).contains("AUBRY", "02/06/1984");

            page.getByText("Se déconnecter").click();
            page.waitForURL("**/connexion?state=**");
        });
    }

    @Test
    void tellsWhatToDoWhereNoRecordIsTheirsForCertain() {
        PageVisit.acting(GuardedServer.at("/"), page -> {
            comeIn(page, "Denise Vasseur");
            page.getByText("J’ai un code").click();
            assertThat(PageVisit.faults(page, "access-record")).isEmpty();
            page.getByLabel("Code remis par l’accueil").fill("ACDE FGHJ");
            page.keyboard().press("Enter");

            page.getByText("Ce code n’existe pas").first().waitFor();
            assertThat(PageVisit.faults(page, "access-record-refused")).isEmpty();
        });
    }

    private static void comeIn(Page page, String person) {
        page.getByText("s’identifier avec FranceConnect").click();
        page.locator("a", new Page.LocatorOptions().setHasText(person)).click();
        if (page.url().contains("/charte")) {
            page.getByText("J’accepte").click();
        }
    }
}
