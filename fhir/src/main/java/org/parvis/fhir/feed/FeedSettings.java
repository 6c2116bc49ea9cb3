package org.parvis.fhir.feed;

import java.time.Duration;

/**
 * How the feed is consumed.
 *
 * @param lease how long an owner keeps a cursor without a sign of life; another takes it over after that
 * @param backoff pauses after a consumer failed
 */
public record FeedSettings(Duration lease, Backoff backoff) {

    /** The settings of a server that nobody configured. */
    public static FeedSettings defaults() {
        return new FeedSettings(Duration.ofSeconds(30), new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1)));
    }
}
