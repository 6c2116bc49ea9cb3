package org.parvis.bench.reindex;

import java.time.Duration;
import org.parvis.bench.server.Cpu;

/**
 * What indexing by one parameter took.
 *
 * @param found resources found by it afterwards
 * @param wall from its posting to the first search by it
 */
record Indexed(Posted posted, long resources, long found, Duration wall, Cpu cpu, Updates updates) {

    String row() {
        return "| %s | %,d | %,d | %.1f | %,.0f | %.3f + %.3f | %d | %.1f | %.0f |"
                .formatted(
                        posted.told(),
                        resources,
                        found,
                        wall.toMillis() / 1e3,
                        resources * 1e3 / wall.toMillis(),
                        cpu.server().toNanos() / 1e6 / resources,
                        cpu.database().toNanos() / 1e6 / resources,
                        updates.count(),
                        updates.within(0.5).toNanos() / 1e6,
                        updates.within(0.99).toNanos() / 1e6);
    }
}
