package org.parvis.bench.pages;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How long something took, each time.
 *
 * @param sorted the shortest first
 */
record Times(List<Duration> sorted) {

    Times {
        sorted = List.copyOf(sorted);
    }

    static Times of(Collection<Duration> times) {
        return new Times(times.stream().sorted().toList());
    }

    int count() {
        return sorted.size();
    }

    double medianMillis() {
        return millis(0.5);
    }

    /** Nineteen of twenty took no longer. */
    double mostMillis() {
        return millis(0.95);
    }

    private double millis(double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int at = Math.max(0, (int) Math.ceil(share * sorted.size()) - 1);
        return sorted.get(at).toNanos() / 1e6;
    }
}
