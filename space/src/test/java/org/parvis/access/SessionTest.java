package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Position HERE = new Position("1", "hospital", "CH", "Infirmier", "nurse");
    private static final Position ELSEWHERE = new Position("2", "practice", "Cabinet", "Infirmier", "nurse");

    @Nested
    class BoundToAStructure {

        private final Session session = session(Optional.of("hospital"));

        @Test
        void letsItsHolderActThereAlone() {
            assertThat(session.within(List.of(HERE, ELSEWHERE))).containsExactly(HERE);
        }

        @Test
        void servesAtTheAddressWhereItWasOpenedAlone() {
            assertThat(session.mayComeFrom("192.0.2.1")).isTrue();
            assertThat(session.mayComeFrom("198.51.100.7")).isFalse();
        }
    }

    @Nested
    class BoundToNone {

        private final Session session = session(Optional.empty());

        @Test
        void letsItsHolderActWhereverTheyWork() {
            assertThat(session.within(List.of(HERE, ELSEWHERE))).containsExactly(HERE, ELSEWHERE);
        }

        @Test
        void servesAtAnyAddress() {
            assertThat(session.mayComeFrom("198.51.100.7")).isTrue();
        }
    }

    private static Session session(Optional<String> bound) {
        var account = new Account(
                AccountId.random(),
                "odubois",
                "Odile DUBOIS",
                Visitor.Audience.PROFESSIONAL,
                Optional.empty(),
                Optional.empty(),
                Account.State.ACTIVE);
        var now = Instant.EPOCH;
        return new Session(
                SessionId.random(),
                account,
                Road.NETWORK,
                Optional.empty(),
                bound,
                1,
                new Origin("192.0.2.1", "Firefox"),
                now,
                now,
                now);
    }
}
