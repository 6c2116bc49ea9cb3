package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

    @Nested
    class Policy {
        @Test
        void letsNoOtherSiteInUnlessNamed() {
            assertThat(Framing.NONE.policy()).contains("frame-src 'none'; frame-ancestors 'none';");
            assertThat(new Framing(List.of("https://portail.exemple.fr"), List.of()).policy())
                    .contains("frame-ancestors https://portail.exemple.fr;");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "*",
                    "https://*.fr",
                    "http://portail.exemple.fr",
                    "https://a.fr; script-src *",
                    "https://a.fr/b"
                })
        void refusesWhatIsNoSite(String origin) {
            assertThatThrownBy(() -> new Framing(List.of(origin), List.of())).hasMessageContaining(origin);
        }
    }
}
