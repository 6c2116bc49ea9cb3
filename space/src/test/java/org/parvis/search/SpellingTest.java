package org.parvis.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @Nested
    class ASlip {
        @ParameterizedTest(name = "{0}, {1}: {2}")
        @CsvSource({
            "martin,   martn,    true",
            "martin,   marttin,  true",
            "martin,   martan,   true",
            "martin,   matrin,   true",
            "martin,   marten,   true",
            "martin,   morten,   false",
            "lefebvre, lefevre,  true",
            "lefebvre, lefbvrre, true",
            "durand,   dupont,   false"
        })
        void isOneLetterInAShortNameAndTwoInALongOne(String meant, String typed, boolean slip) {
            assertThat(Spelling.isASlipFrom(typed, meant)).isEqualTo(slip);
        }
    }

    @Nested
    class Shortened {
        @Test
        void leavesOneLetterOut() {
            assertThat(Spelling.shortened("paul")).containsExactly("paul", "aul", "pul", "pal", "pau");
        }

        @Test
        void isNothingOfAWordTooShortToTellASlip() {
            assertThat(Spelling.shortened("luc")).isEmpty();
        }
    }
}
