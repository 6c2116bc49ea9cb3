package org.parvis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Instant FRIDAY = Instant.parse("2025-11-14T07:30:00Z");

    private static final MenuEntry FEED = new MenuEntry(1, "/flux", "oversight.feed.menu", true);
    private static final MenuEntry HOME = new MenuEntry(0, "/", "portal.menu");

    private final Frame frame = frame(Optional.empty());

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
            assertThat(frame.isHere(FEED)).isTrue();
            assertThat(frame.isHere(HOME)).isFalse();
        }
    }

    @Nested
    class Menu {
        @Test
        void isEmptyBeforeOneIsIn() {
            assertThat(frame.menu()).isEmpty();
        }

        @Test
        void leavesOutWhatIsForOperators() {
            assertThat(frame(Optional.of(new Guest("Jeanne Martin", false, List.of())))
                            .menu())
                    .containsExactly(HOME);
            assertThat(frame(Optional.of(new Guest("Jeanne Martin", true, List.of())))
                            .menu())
                    .containsExactly(HOME, FEED);
        }
    }

    private static Frame frame(Optional<Guest> guest) {
        var page = new Frame.Location("http://localhost:8080", "/flux", "/assets/1/", Optional.empty());
        return new Frame(new Words(), List.of(HOME, FEED), page, guest, () -> "", FRIDAY);
    }
}
