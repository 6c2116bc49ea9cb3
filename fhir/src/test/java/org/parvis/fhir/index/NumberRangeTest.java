package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.fhir.outcome.Refusal;

/** R4 search.html, 3.1.1.4.8. */
class NumberRangeTest {

    @Nested
    class Reading {

        @ParameterizedTest
        @CsvSource({
            "100, 99.5, 100.5",
            "100.00, 99.995, 100.005",
            "5.40, 5.395, 5.405",
            "-7, -7.5, -6.5",
            "0, -0.5, 0.5",
            "1e2, 95, 105",
            "1.0e2, 95, 105",
            "5.40e-3, 0.005395, 0.005405",
        })
        void takesTheWrittenDigitsAsPrecise(String literal, BigDecimal low, BigDecimal high) {
            var range = NumberRange.parse(literal);

            assertThat(range.value()).isEqualByComparingTo(literal);
            assertThat(range.low()).isEqualByComparingTo(low);
            assertThat(range.high()).isEqualByComparingTo(high);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "abc", "1,5", "1.", ".5", "1e999", "0x10", "NaN", "5 "})
        void isRefusedForWhatIsNoNumber(String literal) {
            assertThatThrownBy(() -> NumberRange.parse(literal))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("'%s' is not a number: write it as 100, 5.40 or 1e2.", literal);
        }
    }

    @Nested
    class Approximating {

        @Test
        void widensByATenth() {
            var range = NumberRange.parse("-50").approximately();

            assertThat(range.low()).isEqualByComparingTo("-55");
            assertThat(range.high()).isEqualByComparingTo("-45");
        }

        @Test
        void isNeverNarrowerThanThePrecision() {
            var range = NumberRange.parse("1").approximately();

            assertThat(range.low()).isEqualByComparingTo("0.5");
            assertThat(range.high()).isEqualByComparingTo("1.5");
        }
    }
}
