package org.parvis.bench.search;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How one way of asking went.
 *
 * @param found how many of the people looked for were among the answers
 * @param times of each answer
 */
record Finding(String whom, Asking asking, int found, List<Duration> times) {

    String row() {
        return "| %s | %s | %d | %.0f %% | %.0f | %.0f | %.0f |"
                .formatted(
                        whom,
                        asking.told(),
                        times.size(),
                        100.0 * found / times.size(),
                        within(0.5),
                        within(0.95),
                        within(1));
    }

    private double within(double share) {
        var millis = times.stream().mapToDouble(time -> time.toNanos() / 1e6).toArray();
        Arrays.sort(millis);
        return millis[Math.max(0, (int) Math.ceil(share * millis.length) - 1)];
    }
}
