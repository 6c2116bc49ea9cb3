package org.parvis.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeKeyTest {

    private static final CodeKey KEY = new CodeKey("12345678901234567890".getBytes(US_ASCII));
    private static final Instant NOON = Instant.parse("2025-11-14T12:00:00Z");

    @Nested
    class Code {
        /** RFC 6238, appendix B: the last six of its eight digits. */
        @ParameterizedTest
        @CsvSource({
            "59, 287082",
            "1111111109, 081804",
            "1111111111, 050471",
            "1234567890, 005924",
            "2000000000, 279037",
            "20000000000, 353130"
        })
        void isThatOfTheStandard(long second, String code) {
            assertThat(KEY.code(Instant.ofEpochSecond(second))).isEqualTo(code);
        }
    }

    @Nested
    class StepOf {
        @Test
        void isFoundForAPhoneHalfAMinuteOff() {
            assertThat(KEY.stepOf(KEY.code(NOON.minusSeconds(30)), NOON)).isPresent();
            assertThat(KEY.stepOf(KEY.code(NOON.plusSeconds(30)), NOON)).isPresent();
        }

        @Test
        void isAbsentForAnOlderCode() {
            assertThat(KEY.stepOf(KEY.code(NOON.minusSeconds(90)), NOON)).isEqualTo(OptionalLong.empty());
        }
    }

    @Nested
    class Text {
        @Test
        void isBase32InGroupsOfFour() {
            assertThat(KEY.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        }
    }

    @Nested
    class Address {
        @Test
        void namesTheAccountAndParvis() {
            assertThat(KEY.address("jeanne martin@example.org"))
                    .isEqualTo("otpauth://totp/Parvis:jeanne%20martin%40example.org"
                            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Parvis");
        }
    }
}
