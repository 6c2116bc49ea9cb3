package org.parvis.bench.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parvis.bench.server.Launch;
import org.parvis.bench.server.Server;

/** Kills the server again and again under load, then its database, and tells what was lost. */
public final class Crashes {
    private static final int CLIENTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Launch launch;
    private final PrintStream out;
    private final List<Ledger> ledgers =
            IntStream.range(0, CLIENTS).mapToObj(number -> new Ledger()).toList();
    private final List<String> losses = new ArrayList<>();
    private final FeedRecord feed;
    private int healedAlone;

    public Crashes(Launch launch, PrintStream out) {
        this.launch = launch;
        this.out = out;
        this.feed = new FeedRecord(launch.root());
    }

    /** Whether nothing was lost, halved, doubled or skipped. */
    public boolean survived(int ofServer, int ofDatabase) throws IOException {
        for (var life = 1; life <= ofServer + ofDatabase; life++) {
            try (var server = Server.start(launch)) {
                inspect(server, false);
                var ofDatabaseNow = life > ofServer;
                new Life(server, ledgers, life).liveUntil(ofDatabaseNow ? () -> killDatabase(server) : server::kill);
                healedAlone += ofDatabaseNow && server.answersWithin(PATIENCE) ? 1 : 0;
            }
        }
        try (var server = Server.start(launch)) {
            inspect(server, true);
            feed.readAgain();
        }
        return report(ofServer, ofDatabase);
    }

    private static void killDatabase(Server server) {
        try {
            server.postmaster().handle().destroyForcibly();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** After each restart what was written lately is looked up; at the end, everything. */
    private void inspect(Server server, boolean everything) throws IOException {
        try (var connection = server.connect()) {
            var inspector = new Inspector(connection);
            for (var ledger : ledgers) {
                inspector.settle(ledger);
                var touched = ledger.takeTouched();
                for (var entry : ledger.acknowledged().entrySet()) {
                    if (everything || touched.contains(entry.getKey())) {
                        inspector.check(entry.getKey(), entry.getValue());
                    }
                }
            }
            if (everything) {
                checkMarkers(inspector);
                checkTrace(inspector);
            }
            losses.addAll(inspector.losses());
        }
        feed.readOn();
        ledgers.forEach(ledger -> feed.check(ledger.versions()));
        out.printf("%d acknowledged writes stand, the feed tells %d%n", acknowledged(), feed.size());
    }

    private void checkMarkers(Inspector inspector) throws IOException {
        for (var ledger : ledgers) {
            for (var marker : ledger.markers()) {
                inspector.checkOne(marker);
            }
        }
    }

    private void checkTrace(Inspector inspector) throws IOException {
        for (var ledger : ledgers) {
            for (var look : ledger.looks().entrySet()) {
                inspector.checkTrace(look.getKey(), look.getValue());
            }
        }
    }

    private long looks() {
        return ledgers.stream()
                .flatMap(ledger -> ledger.looks().values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    private long acknowledged() {
        return ledgers.stream().mapToLong(ledger -> ledger.versions().size()).sum();
    }

    private boolean report(int ofServer, int ofDatabase) {
        var faults = Stream.concat(losses.stream(), feed.faults().stream().distinct())
                .toList();
        faults.forEach(out::println);
        out.printf("Parvis went on without a restart after %d of %d deaths of PostgreSQL%n", healedAlone, ofDatabase);
        out.printf(
                "%d crashes of the server and %d of PostgreSQL, %d acknowledged writes and %d looks, %d lost, %d faults of the feed%n",
                ofServer,
                ofDatabase,
                acknowledged(),
                looks(),
                losses.size(),
                feed.faults().size());
        return faults.isEmpty();
    }
}
