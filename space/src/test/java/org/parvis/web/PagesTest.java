package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class PagesTest {

    @Nested
    class EveryPage {
        @Test
        void letsTheBrowserLoadNothingFromElsewhere() {
            var page = RunningServer.get("/");

            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
            assertThat(page.body()).doesNotContain("https://");
        }

        @Test
        void marksItsOwnPlaceInTheMenu() {
            var page = RunningServer.get("/");

            assertThat(page.body()).contains("href=\"/\" aria-current=\"page\"");
        }

        @Test
        void loadsItsStyleOnceAndForAll() {
            var styleSheet = Pattern.compile("/assets/[0-9a-f]{12}/parvis.css")
                    .matcher(RunningServer.get("/").body());
            assertThat(styleSheet.find()).isTrue();

            var style = RunningServer.get(styleSheet.group());

            assertThat(style.statusCode()).isEqualTo(200);
            assertThat(style.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        }
    }

    @Nested
    class AnAddressWithoutPage {
        @Test
        void saysSoInWords() {
            var page = RunningServer.get("/nulle-part");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("<h1>Cette page n’existe pas</h1>");
        }
    }
}
