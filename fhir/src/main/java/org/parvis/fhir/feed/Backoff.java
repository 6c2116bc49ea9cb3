package org.parvis.fhir.feed;

import java.time.Duration;

/** Pauses between tries: each twice the one before, up to a longest one, and then the same for ever. */
public record Backoff(Duration first, Duration longest) {

    /** The pause after this many failures in a row. */
    public Duration after(int failures) {
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
