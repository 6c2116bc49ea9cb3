package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.access.GuardedServer;
import org.parvis.web.PageVisit;

/** Coming in by Pro Santé Connect, in a real browser. */
class ProSanteConnectJourney {

    @Test
    void ofSomebodyWithSeveralPracticesAsksWhereTheyActNow() {
        comingIn("Zoé Le Goff", page -> {
            page.waitForURL("**/contexte**");
            assertThat(PageVisit.faults(page, "federation-practices")).isEmpty();
            page.getByText("HOPITAL DES QUATRE VENTS").click();

            page.waitForURL(GuardedServer.at("/").toString());
            assertThat(page.locator("header").innerText()).contains("Zoé LE GOFF", "HOPITAL DES QUATRE VENTS");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Malik Benali | Malik BENALI | PHARMACIE DU PONT", "Inès Roche | Inès ROCHE | Inès ROCHE"})
    void ofSomebodyWithOnePracticeOrNoneLeadsStraightOn(String chosen, String shown, String place) {
        comingIn(chosen, page -> {
            page.waitForURL(GuardedServer.at("/").toString());
            assertThat(page.locator("header").innerText()).contains(shown, place);
        });
    }

    private static void comingIn(String person, Consumer<Page> then) {
        PageVisit.acting(GuardedServer.at("/"), page -> {
            page.getByText("Se connecter avec Pro Santé Connect").click();
            choose(page, person);
            page.getByText("J’accepte").click();
            then.accept(page);
        });
    }

    @Test
    void isToldToWhoeverGivesUp() {
        PageVisit.acting(GuardedServer.at("/connexion/par/psc"), page -> {
            choose(page, "Renoncer");

            assertThat(page.locator("main").innerText()).contains("vous avez renoncé");
            assertThat(PageVisit.faults(page, "federation-refused")).isEmpty();
        });
    }

    private static void choose(Page page, String person) {
        page.locator("a", new Page.LocatorOptions().setHasText(person)).click();
    }
}
