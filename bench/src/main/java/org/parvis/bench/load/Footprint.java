package org.parvis.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.parvis.bench.server.Memory;
import org.parvis.bench.server.Server;

/** What a loaded server weighs: bytes stored, memory, and how long its next start takes. */
record Footprint(long resources, long storedBytes, Memory memory, Sample firstLoad, Duration secondStart) {

    static Footprint of(Server server, Sample firstLoad) throws IOException, SQLException {
        return new Footprint(firstLoad.operations(), server.storedBytes(), server.memory(), firstLoad, Duration.ZERO);
    }

    Footprint withPeak(Memory peak) {
        return new Footprint(resources, storedBytes, peak, firstLoad, secondStart);
    }

    Footprint startedAgainAfter(Duration start) {
        return new Footprint(resources, storedBytes, memory, firstLoad, start);
    }

    double bytesPerResource() {
        return (double) storedBytes / resources;
    }
}
