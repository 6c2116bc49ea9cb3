package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    @Nested
    class Of {
        @Test
        void keepsAPathOfThisServer() {
            assertThat(ReturnAddress.of("/flux?page=2&tri=-date"))
                    .isEqualTo(new ReturnAddress("/flux?page=2&tri=-date"));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(
                strings = {
                    "",
                    "flux",
                    "https://stranger.example/",
                    "//stranger.example/",
                    "/\\stranger.example/",
                    "\\\\stranger.example",
                    "/\t/stranger.example/",
                    "/\r\nSet-Cookie: parvis-session=mine",
                    " //stranger.example",
                    "javascript:alert(1)",
                    "/flux\u0000"
                })
        void leadsHomeRatherThanElsewhere(String asked) {
            assertThat(ReturnAddress.of(asked)).isEqualTo(ReturnAddress.HOME);
        }
    }
}
