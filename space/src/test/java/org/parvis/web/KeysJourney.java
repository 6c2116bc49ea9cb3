package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeysJourney {

    @Nested
    class TheKeys {
        @Test
        void leadToAPlaceAndAlongAList() {
            PageVisit.acting("/", page -> {
                press(page, "g", "s");
                page.waitForURL("**/services");
                press(page, "j", "j");
                var second = focused(page);
                press(page, "k");

                assertThat(focused(page)).isNotEqualTo(second).isNotEmpty();
            });
        }

        @Test
        void areSilentWhileOneWrites() {
            PageVisit.acting("/services", page -> {
                page.getByLabel("Nom, objet ou responsable").fill("");
                press(page, "g", "a", "?");

                assertThat(page.getByLabel("Nom, objet ou responsable").inputValue())
                        .isEqualTo("ga?");
                assertThat(page.url()).endsWith("/services");
            });
        }

        @Test
        void areShownAndCanBeSwitchedOff() {
            PageVisit.acting("/services", page -> {
                press(page, "?");
                assertThat(PageVisit.faults(page, "keys")).isEmpty();
                page.getByLabel("Utiliser ces touches").uncheck();
                page.getByText("Fermer").click();
                page.reload();
                press(page, "?");

                assertThat(page.locator("dialog[open]").count()).isZero();
            });
        }
    }

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.closest('tr')?.textContent ?? ''"));
    }
}
