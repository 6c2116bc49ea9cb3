package org.parvis.fhir.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.feed.Trouble;
import org.parvis.fhir.store.Change.Position;

class ErrandTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Subscription what(Optional<Duration> heartbeat, Optional<Instant> end) {
        var channel =
                new Channel(URI.create("http://localhost/"), List.of(), Payload.ID_ONLY, false, heartbeat, MINUTE, 10);
        return new Subscription(new Topic("Patient"), List.of(), channel, end);
    }

    private static final Subscription PLAIN = what(Optional.empty(), Optional.empty());

    private static Subscriber subscriber(boolean verified, long events, long received, Optional<Trouble> trouble) {
        return new Subscriber(
                1,
                "s",
                Status.ACTIVE,
                1,
                verified,
                Position.START,
                events,
                received,
                Optional.of(NOON.minus(MINUTE)),
                trouble);
    }

    private static Optional<Trouble> troubleUntil(Instant nextTry) {
        return Optional.of(new Trouble(1, "down", nextTry));
    }

    @Nested
    class Next {

        @Test
        void isAHandshakeBeforeAnythingElse() {
            assertThat(Errand.next(subscriber(false, 3, 0, Optional.empty()), PLAIN, NOON))
                    .isEqualTo(new Errand.Handshake());
        }

        @Test
        void isTheFirstEventThatWasNotReceived() {
            assertThat(Errand.next(subscriber(true, 3, 1, Optional.empty()), PLAIN, NOON))
                    .isEqualTo(new Errand.Tell(2));
        }

        @Test
        void waitsForTheNextTryAfterAFailure() {
            var nextTry = NOON.plusSeconds(20);

            assertThat(Errand.next(subscriber(true, 3, 1, troubleUntil(nextTry)), PLAIN, NOON))
                    .isEqualTo(new Errand.Rest(Duration.ofSeconds(20)));
        }

        @Test
        void isTriedAgainWhenItIsTime() {
            assertThat(Errand.next(subscriber(true, 3, 1, troubleUntil(NOON)), PLAIN, NOON))
                    .isEqualTo(new Errand.Tell(2));
        }

        @Test
        void isAHeartbeatAfterTheLongestSilence() {
            var subscriber = subscriber(true, 3, 3, Optional.empty());

            assertThat(Errand.next(subscriber, what(Optional.of(MINUTE), Optional.empty()), NOON))
                    .isEqualTo(new Errand.Heartbeat());
            assertThat(Errand.next(subscriber, what(Optional.of(MINUTE.multipliedBy(3)), Optional.empty()), NOON))
                    .isEqualTo(new Errand.Rest(MINUTE.multipliedBy(2)));
        }

        @Test
        void isRestWhenThereIsNothingToTell() {
            assertThat(Errand.next(subscriber(true, 3, 3, Optional.empty()), PLAIN, NOON))
                    .isEqualTo(new Errand.Rest(Errand.DAY));
        }

        @Test
        void isTheEndWhenItHasCome() {
            var subscriber = subscriber(true, 3, 1, Optional.empty());

            assertThat(Errand.next(subscriber, what(Optional.empty(), Optional.of(NOON)), NOON))
                    .isEqualTo(new Errand.Finish());
        }

        @Test
        void isNoRestBeyondTheEnd() {
            var subscriber = subscriber(true, 3, 3, Optional.empty());

            assertThat(Errand.next(subscriber, what(Optional.empty(), Optional.of(NOON.plus(MINUTE))), NOON))
                    .isEqualTo(new Errand.Rest(MINUTE));
        }
    }
}
