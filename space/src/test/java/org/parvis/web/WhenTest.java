package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WhenTest {

    @Nested
    class Written {
        @Test
        void saysNoMoreThanIsKnown() {
            assertThat(read("2019").written()).isEqualTo("2019");
            assertThat(read("2019-03").written()).isEqualTo("mars 2019");
            assertThat(read("2019-03-12").written()).isEqualTo("12 mars 2019");
            assertThat(read("2025-11-14T08:30:00+01:00").written()).isEqualTo("ven. 14 nov. 2025, 08:30");
        }

        @Test
        void isInFiguresWhereTablesAskForIt() {
            assertThat(read("2019-03").figures()).isEqualTo("03/2019");
            assertThat(read("2019-03-12").figures()).isEqualTo("12/03/2019");
        }
    }

    @Nested
    class Day {
        @Test
        void isTheOneOfTheReadersClock() {
            assertThat(When.at(Instant.parse("2025-11-14T23:30:00Z")).day()).isEqualTo(LocalDate.of(2025, 11, 15));
        }

        @Test
        void isTheFirstOfWhatIsKnown() {
            assertThat(read("2019").day()).isEqualTo(LocalDate.of(2019, 1, 1));
        }
    }

    @Nested
    class Read {
        @Test
        void findsNothingInWhatIsNoDate() {
            assertThat(When.read("hier")).isEqualTo(Optional.empty());
            assertThat(When.read("")).isEqualTo(Optional.empty());
        }
    }

    private static When read(String text) {
        return When.read(text).orElseThrow();
    }
}
