package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class DesignPageTest {

    @Nested
    class TheList {
        @Test
        void isFilteredAndOrderedAsItsAddressAsks() {
            var page = RunningServer.get("/design?etat=libre&tri=-nom").body();

            assertThat(page)
                    .contains("2 structures", "aria-sort=\"descending\"")
                    .doesNotContain("Saint-Nazaire");
            assertThat(page.indexOf("<div>SSR Les Tilleuls")).isLessThan(page.indexOf("<div>Clinique du Parc"));
        }

        @Test
        void canBeTakenAlong() {
            var file = RunningServer.get("/design?lieu=nantes&format=csv");

            assertThat(file.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"structures.csv\"");
            assertThat(file.body())
                    .isEqualTo(
                            "\uFEFF\"Structure\";\"Commune\";\"Lits disponibles\"\r\n\"Clinique du Parc\";\"Nantes\";\"7\"\r\n");
        }
    }
}
