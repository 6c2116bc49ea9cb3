package org.parvis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.search.Wanted.Day;

class WantedTest {

    @Nested
    class Read {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "martin 12/03/1961",
                    "Martin 12.3.1961",
                    "12-03-1961 martin",
                    "martin 1961-03-12",
                    "martin 12031961"
                })
        void takesABirthDateHoweverItIsWritten(String typed) {
            assertThat(Wanted.read(typed))
                    .isEqualTo(new Wanted(List.of("martin"), List.of(), Optional.of(new Day("1961-03-12"))));
        }

        @Test
        void takesAYear() {
            assertThat(Wanted.read("le goff 1961"))
                    .isEqualTo(new Wanted(List.of("le", "goff"), List.of(), Optional.of(new Day("1961"))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2 61 03 44 109 001 23", "261034410900123"})
        void takesAnInsInGroupsOrWhole(String typed) {
            assertThat(Wanted.read(typed))
                    .isEqualTo(new Wanted(List.of(), List.of("=261034410900123"), Optional.empty()));
        }

        @Test
        void takesANumberBesideAName() {
            assertThat(Wanted.read("leclerc 10101201234"))
                    .isEqualTo(new Wanted(List.of("leclerc"), List.of("=10101201234"), Optional.empty()));
        }

        @Test
        void takesADayThatIsNoneForNoBirthDate() {
            assertThat(Wanted.read("martin 31/02/1961").day()).isEqualTo(Optional.of(new Day("1961")));
        }
    }

    @Nested
    class IsEmpty {
        @Test
        void holdsUntilThereIsSomethingToLookFor() {
            assertThat(Wanted.read(" ").isEmpty()).isTrue();
            assertThat(Wanted.read("m").isEmpty()).isTrue();
            assertThat(Wanted.read("1961").isEmpty()).isTrue();
            assertThat(Wanted.read("li").isEmpty()).isFalse();
            assertThat(Wanted.read("12/03/1961").isEmpty()).isFalse();
        }
    }
}
