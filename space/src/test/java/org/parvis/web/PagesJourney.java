package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a real browser, in both themes, on a desk and on a phone. Their pictures are in target/pictures. */
class PagesJourney {

    @Nested
    class EveryPage {
        @ParameterizedTest(name = "{0} {2}")
        @MethodSource("org.parvis.web.PagesJourney#pagesInEveryLook")
        void isAccessibleFitsTheScreenAndLoadsLittleFromHereOnly(String name, String path, Look look) {
            assertThat(PageVisit.to(path, look, name).faults()).isEmpty();
        }
    }

    @Nested
    class TheThemeSwitch {
        @Test
        void changesTheThemeAndTheBrowserRemembers() {
            PageVisit.acting("/", page -> {
                page.getByText("Changer de thème").click();
                page.reload();

                assertThat(theme(page)).isEqualTo("dark");
            });
        }

        private static String theme(Page page) {
            return page.locator("html").getAttribute("data-fr-theme");
        }
    }

    @Nested
    class TheKeyboard {
        @Test
        void reachesTheContentFirst() {
            PageVisit.acting("/", page -> {
                page.keyboard().press("Tab");
                page.keyboard().press("Enter");

                page.waitForURL("**/#contenu");
            });
        }
    }

    static Stream<Arguments> pagesInEveryLook() {
        return Stream.of(
                        Arguments.of("home", "/"),
                        Arguments.of("feed", "/flux"),
                        Arguments.of("subscriptions", "/abonnements"),
                        Arguments.of("exports", "/exports"),
                        Arguments.of("parameters", "/parametres-de-recherche"),
                        Arguments.of("traces", "/traces"),
                        Arguments.of("design", "/design"),
                        Arguments.of("services", "/services"),
                        Arguments.of("service", "/services/mon-espace-sante"),
                        Arguments.of("patients", "/patients"),
                        Arguments.of("help", "/aide"),
                        Arguments.of("policies", "/regles-d-acces"),
                        Arguments.of("visit", "/patient-present"),
                        Arguments.of("missing", "/nulle-part"))
                .flatMap(page ->
                        Arrays.stream(Look.values()).map(look -> Arguments.of(page.get()[0], page.get()[1], look)));
    }
}
