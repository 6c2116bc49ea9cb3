package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(3, Duration.ofSeconds(30));

    @Nested
    class After {
        @Test
        void doublesOnceTheFreeTriesAreUsedAndStopsAtTheLongest() {
            var waits = IntStream.rangeClosed(1, 8)
                    .mapToObj(backoff::after)
                    .map(Duration::toSeconds)
                    .toList();

            assertThat(waits).containsExactly(0L, 0L, 5L, 10L, 20L, 30L, 30L, 30L);
        }

        @Test
        void staysAtTheLongestHoweverManyTriesThereWere() {
            assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
        }
    }
}
