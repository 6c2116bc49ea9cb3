package org.parvis.web;

import java.time.Duration;
import java.time.Instant;

/**
 * The time left until something is due, or by how much it is late; it turns by steps as the end comes near.
 *
 * @param left always positive: what is left, or what it is late by
 */
public record Clock(Instant due, Duration left, Step step) {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    /** How near the end is: a shape and a word tell it beside the colour. */
    public enum Step {
        CALM("○"),
        SOON("◑"),
        URGENT("●"),
        LATE("▲");

        private final String shape;

        Step(String shape) {
            this.shape = shape;
        }

        public String shape() {
            return shape;
        }
    }

    static Clock between(Instant now, Instant due) {
        var left = Duration.between(now, due);
        if (left.isNegative()) {
            return new Clock(due, left.negated(), Step.LATE);
        }
        if (left.compareTo(TWO_HOURS) < 0) {
            return new Clock(due, left, Step.URGENT);
        }
        return new Clock(due, left, left.compareTo(A_DAY) < 0 ? Step.SOON : Step.CALM);
    }
}
