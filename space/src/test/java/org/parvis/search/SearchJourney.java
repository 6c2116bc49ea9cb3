package org.parvis.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parvis.RunningServer;
import org.parvis.web.Look;
import org.parvis.web.PageVisit;

class SearchJourney {

    @BeforeAll
    static void keepPeopleAndStructures() {
        RunningServer.keep("search/people.json");
        RunningServer.pageWith("/recherche?q=perignon", "/dossier/yann");
    }

    @Nested
    class TheFindings {
        @ParameterizedTest
        @EnumSource(Look.class)
        void areSound(Look look) {
            assertThat(PageVisit.to("/recherche?q=perignon", look, "search").faults())
                    .isEmpty();
        }
    }

    @Nested
    class TheKeyboard {
        @Test
        void goesToTheSearchFromAnyPageAndFindsWhileOneTypes() {
            PageVisit.acting("/flux", page -> {
                page.keyboard().press("/");
                page.keyboard().type("go");
                page.keyboard().press("Enter");
                page.waitForURL("**/recherche?q=go");
                page.keyboard().press("/");
                page.keyboard().type("perignon 02/05/1948");
                page.getByText("LE GOFF-PÉRIGNON Yann-Éric").click();

                page.waitForURL("**/dossier/yann");
            });
        }
    }
}
