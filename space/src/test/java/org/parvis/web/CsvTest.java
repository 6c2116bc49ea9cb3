package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Nested
    class Text {
        @Test
        void quotesEveryCell() {
            assertThat(text("Martin; dit \"Tintin\"")).isEqualTo("\uFEFF\"Nom\"\r\n\"Martin; dit \"\"Tintin\"\"\"\r\n");
        }

        @Test
        void keepsASpreadsheetFromTakingWordsForAFormula() {
            assertThat(text("=1+1")).endsWith("\"'=1+1\"\r\n");
        }

        private static String text(String cell) {
            return new Csv("noms", List.of("Nom"), List.of(List.of(cell))).text();
        }
    }
}
