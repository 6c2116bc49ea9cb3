package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.web.Birth.Years;

class BirthTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 14);

    @Nested
    class Age {
        @Test
        void isToldInDaysThenMonthsThenYears() {
            assertThat(age("2025-11-01")).isEqualTo(new Years("web.old.days", 13));
            assertThat(age("2024-11-15")).isEqualTo(new Years("web.old.months", 11));
            assertThat(age("1961-11-15")).isEqualTo(new Years("web.old.years", 63));
        }

        @Test
        void stopsAtDeath() {
            var birth = new Birth(day("1961-03-12"), Optional.of(day("2001-03-11")));

            assertThat(birth.age(TODAY)).isEqualTo(new Years("web.old.years", 39));
        }

        private static Years age(String birth) {
            return new Birth(day(birth), Optional.empty()).age(TODAY);
        }
    }

    private static When day(String text) {
        return When.read(text).orElseThrow();
    }
}
