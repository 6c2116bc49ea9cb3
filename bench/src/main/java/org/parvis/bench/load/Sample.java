package org.parvis.bench.load;

import java.time.Duration;
import org.parvis.bench.server.Cpu;

/** One timed run of one operation: how many, how long, and the processor time of the server and of the bench itself. */
record Sample(long operations, Duration wall, Cpu cpu, Duration client, Duration median) {

    double perSecond() {
        return operations * 1e9 / wall.toNanos();
    }

    double cpuMillis() {
        return cpu.total().toNanos() / 1e6 / operations;
    }

    double serverMillis() {
        return cpu.server().toNanos() / 1e6 / operations;
    }

    double databaseMillis() {
        return cpu.database().toNanos() / 1e6 / operations;
    }

    double clientMillis() {
        return client.toNanos() / 1e6 / operations;
    }
}
