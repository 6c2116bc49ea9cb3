package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.access.GuardedServer;
import org.parvis.web.PageVisit;

/** Coming in by Pro Santé Connect, in a real browser. */
class ProSanteConnectJourney {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Inès Roche  | Inès ROCHE", // no practice
                "Malik Benali| Malik BENALI", // one
                "Zoé Le Goff | Zoé LE GOFF" // several
            })
    void leadsWhereOneWantedToGo(String chosen, String shown) {
        PageVisit.acting(GuardedServer.at("/connexion?suite=/mes-sessions"), page -> {
            assertThat(PageVisit.faults(page, "federation-offer")).isEmpty();
            page.getByText("Se connecter avec Pro Santé Connect").click();
            choose(page, chosen);

            page.waitForURL(GuardedServer.at("/mes-sessions").toString());
            assertThat(page.locator("header").innerText()).contains(shown);
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
