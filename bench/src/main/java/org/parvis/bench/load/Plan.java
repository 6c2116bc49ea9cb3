package org.parvis.bench.load;

import java.time.Duration;

/** How much is measured: a full run, or a short one that only shows that the measuring works. */
public record Plan(int population, Duration warmUp, Duration round, int rounds, int replicasToGrow) {

    /** More than 100,000 resources; ten times as many after the growth. */
    public static Plan full(int population, int replicasToGrow) {
        return new Plan(population, Duration.ofSeconds(60), Duration.ofSeconds(10), 3, replicasToGrow);
    }

    public static Plan quick() {
        return new Plan(4, Duration.ofSeconds(3), Duration.ofSeconds(1), 1, 0);
    }
}
