package org.parvis.portal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.parvis.web.When;

/**
 * An announcement as it is being written.
 *
 * @param end the last day, as the form sends it
 */
public record Draft(String title, String words, String end) {

    static final Draft EMPTY = new Draft("", "", "");

    /** The end of the last day, or long ago when that is no day. */
    Instant ends() {
        return When.read(end).map(day -> day.start().plus(1, ChronoUnit.DAYS)).orElse(Instant.EPOCH);
    }
}
