package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.web.Clock.Step;

class ClockTest {

    private static final Instant NOW = Instant.parse("2025-11-14T07:30:00Z");

    @Nested
    class Turning {
        @Test
        void takesAStepAtADayAtTwoHoursAndAtTheEnd() {
            assertThat(step(Duration.ofHours(24))).isEqualTo(Step.CALM);
            assertThat(step(Duration.ofHours(23))).isEqualTo(Step.SOON);
            assertThat(step(Duration.ofMinutes(119))).isEqualTo(Step.URGENT);
            assertThat(step(Duration.ofSeconds(-1))).isEqualTo(Step.LATE);
        }

        @Test
        void countsHowLateItIs() {
            var due = NOW.minus(Duration.ofHours(3));

            assertThat(Clock.between(NOW, due)).isEqualTo(new Clock(due, Duration.ofHours(3), Step.LATE));
        }

        private static Step step(Duration left) {
            return Clock.between(NOW, NOW.plus(left)).step();
        }
    }
}
