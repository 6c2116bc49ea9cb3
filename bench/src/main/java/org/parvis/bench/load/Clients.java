package org.parvis.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;
import org.parvis.bench.http.Response;
import org.parvis.bench.server.Server;

/** Some clients at once, each with one connection and one request under way, against one server. */
final class Clients {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int REASON_LENGTH = 500;

    private final Server server;
    private final int count;

    Clients(Server server, int count) {
        this.server = server;
        this.count = count;
    }

    /** A source of requests for one client: the next one, or none when its work is done. */
    interface Work {
        Optional<Request> next();

        /** How many operations an answered request stands for. */
        default int weight(Response answer) {
            return 1;
        }
    }

    /** Makes the work of each client, by its number. */
    interface Works {
        Work of(int client);
    }

    Sample run(Works works) throws IOException {
        var cpuBefore = server.cpu();
        var clientBefore = SYSTEM.getProcessCpuTime();
        var began = System.nanoTime();
        var tallies = runAll(works);
        var wall = Duration.ofNanos(System.nanoTime() - began);
        var client = Duration.ofNanos(SYSTEM.getProcessCpuTime() - clientBefore);
        var operations = tallies.stream().mapToLong(Tally::operations).sum();
        return new Sample(operations, wall, server.cpu().since(cpuBefore), client, median(tallies));
    }

    private List<Tally> runAll(Works works) throws IOException {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var running = new ArrayList<Future<Tally>>();
            for (var client = 0; client < count; client++) {
                var work = works.of(client);
                running.add(threads.submit(() -> runOne(work)));
            }
            var tallies = new ArrayList<Tally>();
            for (var one : running) {
                tallies.add(ended(one));
            }
            return tallies;
        }
    }

    private static Tally ended(Future<Tally> client) throws IOException {
        try {
            return client.get();
        } catch (ExecutionException fault) {
            throw new IOException("A client failed", fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Tally runOne(Work work) throws IOException {
        var tally = new Tally();
        try (var connection = server.connect()) {
            for (var request = work.next(); request.isPresent(); request = work.next()) {
                var began = System.nanoTime();
                var answer = send(connection, request.get());
                tally.add(work.weight(answer), System.nanoTime() - began);
            }
        }
        return tally;
    }

    private static Response send(Connection connection, Request request) throws IOException {
        var answer = connection.send(request);
        if (!answer.succeeded()) {
            var text = answer.text();
            throw new IOException("%s %s: %d %s"
                    .formatted(
                            request.method(),
                            request.target(),
                            answer.status(),
                            text.substring(0, Math.min(REASON_LENGTH, text.length()))));
        }
        return answer;
    }

    private static Duration median(List<Tally> tallies) {
        var all = tallies.stream().flatMapToLong(Tally::times).sorted().toArray();
        return Duration.ofNanos(all.length == 0 ? 0 : all[all.length / 2]);
    }

    /** What one client did. */
    private static final class Tally {
        private long operations;
        private long[] nanos = new long[1024];
        private int requests;

        void add(int weight, long took) {
            operations += weight;
            nanos = requests == nanos.length ? Arrays.copyOf(nanos, requests * 2) : nanos;
            nanos[requests++] = took;
        }

        long operations() {
            return operations;
        }

        LongStream times() {
            return Arrays.stream(nanos, 0, requests);
        }
    }
}
