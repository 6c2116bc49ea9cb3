package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Instant FRIDAY = Instant.parse("2025-11-14T07:30:00Z");

    private final Frame frame =
            new Frame(new Words(), List.of(), "http://localhost:8080", "/flux", "/assets/1/", FRIDAY);

    @Nested
    class Size {
        @Test
        void isToldInTheUnitThatOneWouldUse() {
            assertThat(frame.size(999)).isEqualTo("999\u00a0o");
            assertThat(frame.size(12_400)).isEqualTo("12,4\u00a0Ko");
            assertThat(frame.size(12_400_000)).isEqualTo("12,4\u00a0Mo");
            assertThat(frame.size(12_400_000_000L)).isEqualTo("12,4\u00a0Go");
        }
    }

    @Nested
    class Lasting {
        @Test
        void isToldInTheTwoUnitsThatMatter() {
            assertThat(frame.lasting(Duration.ofMillis(1_340))).isEqualTo("1,3\u00a0s");
            assertThat(frame.lasting(Duration.ofSeconds(130))).isEqualTo("2\u00a0min 10\u00a0s");
            assertThat(frame.lasting(Duration.ofMinutes(127))).isEqualTo("2\u00a0h 07");
        }
    }

    @Nested
    class IsHere {
        @Test
        void holdsForThePageBeingRead() {
            assertThat(frame.isHere(new MenuEntry(1, "/flux", "oversight.feed.menu")))
                    .isTrue();
            assertThat(frame.isHere(new MenuEntry(0, "/", "portal.menu"))).isFalse();
        }
    }
}
