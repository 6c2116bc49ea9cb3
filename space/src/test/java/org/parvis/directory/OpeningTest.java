package org.parvis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpeningTest {

    @Nested
    class TheDays {
        @Test
        void areARunWhenTheyFollowEachOther() {
            assertThat(on(DayOfWeek.FRIDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)
                            .shownDays())
                    .isEqualTo("mer. – ven.");
        }

        @Test
        void areNamedOneByOneElse() {
            assertThat(on(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)
                            .shownDays())
                    .isEqualTo("lun., mar., jeu.");
            assertThat(on(DayOfWeek.MONDAY, DayOfWeek.TUESDAY).shownDays()).isEqualTo("lun., mar.");
        }

        private static Opening on(DayOfWeek... days) {
            return new Opening(List.of(days), "08:30", "12:00");
        }
    }
}
