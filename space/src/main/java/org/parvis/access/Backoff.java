package org.parvis.access;

import java.time.Duration;

/**
 * How long a next try has to wait after wrong ones: not at all at first, then twice as long each time.
 *
 * @param free tries that cost nothing
 * @param longest the wait beyond which it grows no more
 */
record Backoff(int free, Duration longest) {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 20;

    /** The wait before the try that follows this many. */
    Duration after(int tries) {
        if (tries < free) {
            return Duration.ZERO;
        }
        var wait = FIRST.multipliedBy(1L << Math.min(tries - free, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
