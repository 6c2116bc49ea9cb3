package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgeTest {

    private static final Instant FRIDAY = Instant.parse("2025-11-14T07:30:00Z");

    @Nested
    class Between {
        @Test
        void isNowWithinAMinute() {
            assertThat(said(Duration.ofSeconds(59))).isEqualTo("à l’instant");
        }

        @Test
        void countsMinutesHoursAndDays() {
            assertThat(said(Duration.ofMinutes(59))).isEqualTo("il y a\u00a059\u00a0min");
            assertThat(said(Duration.ofHours(23))).isEqualTo("il y a\u00a023\u00a0h");
            assertThat(said(Duration.ofHours(47))).isEqualTo("hier");
            assertThat(said(Duration.ofDays(3))).isEqualTo("il y a\u00a03 jours");
        }

        @Test
        void tellsHowSoonWhatIsStillToCome() {
            assertThat(said(Duration.ofSeconds(-40))).isEqualTo("dans 40\u00a0s");
            assertThat(said(Duration.ofHours(-25))).isEqualTo("demain");
        }

        private static String said(Duration age) {
            var said = Age.between(FRIDAY, FRIDAY.plus(age));
            return new Words().of(said.words(), said.count());
        }
    }

    @Nested
    class Moment {
        @Test
        void isTheFrenchDateAndTime() {
            assertThat(Age.between(FRIDAY, FRIDAY).moment()).isEqualTo("ven. 14 nov. 2025, 08:30:00");
        }
    }
}
