package org.parvis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.web.PageVisit;

class SheetJourney {

    @BeforeAll
    static void keepPeopleAndStructures() {
        RunningServer.keep("search/people.json");
        RunningServer.pageWith("/recherche?q=hebergement", "offre-abri");
    }

    @Nested
    class FromTheSearch {
        @Test
        void oneComesToAnOfferThenToWhoeverWorksThere() {
            PageVisit.acting("/recherche?q=kinesitherapie", page -> {
                page.getByText("Kinésithérapie respiratoire").click();
                page.waitForURL("**/annuaire/structures/ajoncs#offre-kine");
                page.locator(".map-site").waitFor();
                assertThat(PageVisit.faults(page, "structure")).isEmpty();
                page.getByText("Dr Solenn Quéméneur").click();
                page.waitForURL("**/annuaire/professionnels/solenn");

                assertThat(PageVisit.faults(page, "professional")).isEmpty();
            });
        }
    }

    @Nested
    class TheMap {
        @Test
        void leadsFromAMarkToItsPlaceInTheList() {
            PageVisit.acting("/design", page -> {
                page.locator("[data-map]").scrollIntoViewIfNeeded();
                page.locator(".map-site").first().focus();
                page.keyboard().press("Enter");

                assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Clinique du Parc");
                assertThat(PageVisit.faults(page, "design-map")).isEmpty();
            });
        }
    }
}
