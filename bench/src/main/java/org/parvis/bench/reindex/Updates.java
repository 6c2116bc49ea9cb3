package org.parvis.bench.reindex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;
import org.parvis.bench.server.Server;

/** One client that updates the same few Observations without pause, to see how long writers wait meanwhile. */
final class Updates {
    private static final int OBSERVATIONS = 50;

    private final Connection connection;
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean ended;

    private Updates(Server server) {
        this.connection = server.connect();
        this.thread = Thread.ofPlatform().name("updates").unstarted(this::run);
    }

    static Updates on(Server server) {
        var updates = new Updates(server);
        updates.thread.start();
        return updates;
    }

    private void run() {
        try (connection) {
            for (var number = 0; !ended; number++) {
                var began = System.nanoTime();
                connection.send(update(number));
                nanos.add(System.nanoTime() - began);
            }
        } catch (IOException died) {
            // The server was killed; what came before counts.
            return;
        }
    }

    private static Request update(int number) {
        var id = "bench-" + number % OBSERVATIONS;
        var resource = """
                {"resourceType":"Observation","id":"%s","status":"final","issued":"2026-01-01T00:00:00Z",\
                "code":{"text":"bench"},"valueInteger":%d}""".formatted(id, number);
        return Request.updating("Observation", id, resource.getBytes(StandardCharsets.UTF_8));
    }

    int count() {
        return nanos.size();
    }

    /** The time within which this share of the updates was answered. */
    Duration within(double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get((int) (share * (sorted.size() - 1))));
    }

    /** Ends with the update under way. */
    void end() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
