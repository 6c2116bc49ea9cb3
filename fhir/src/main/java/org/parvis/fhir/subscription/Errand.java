package org.parvis.fhir.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.parvis.fhir.feed.Trouble;

/** What is to be done next for one subscriber. */
sealed interface Errand {

    /** The longest rest: a subscriber without heartbeat is looked at once a day. */
    Duration DAY = Duration.ofDays(1);

    /** Ask whether the endpoint wants to be told at all. */
    record Handshake() implements Errand {}

    /** Tell events from this number on. */
    record Tell(long first) implements Errand {}

    /** Say that nothing happened. */
    record Heartbeat() implements Errand {}

    /** End the subscription. */
    record Finish() implements Errand {}

    /** Nothing, for this long. */
    record Rest(Duration pause) implements Errand {}

    static Errand next(Subscriber subscriber, Subscription what, Instant now) {
        if (what.isOver(now)) {
            return new Finish();
        }
        Instant nextTry = subscriber.trouble().map(Trouble::nextTry).orElse(now);
        if (nextTry.isAfter(now)) {
            return rest(what, now, nextTry);
        }
        if (!subscriber.verified()) {
            return new Handshake();
        }
        if (subscriber.received() < subscriber.events()) {
            return new Tell(subscriber.received() + 1);
        }
        Instant silent = what.channel()
                .heartbeat()
                .map(subscriber.contactAt().orElse(now)::plus)
                .orElse(now.plus(DAY));
        return silent.isAfter(now) ? rest(what, now, silent) : new Heartbeat();
    }

    private static Errand rest(Subscription what, Instant now, Instant until) {
        Instant earliest = Stream.concat(what.end().stream(), Stream.of(until, now.plus(DAY)))
                .min(Instant::compareTo)
                .orElseThrow();
        return new Rest(Duration.between(now, earliest));
    }
}
