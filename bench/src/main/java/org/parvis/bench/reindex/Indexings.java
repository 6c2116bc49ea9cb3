package org.parvis.bench.reindex;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.data.Synthea;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;
import org.parvis.bench.http.Response;
import org.parvis.bench.server.Launch;
import org.parvis.bench.server.Server;

/** Fills a Parvis, posts parameters to it while it is written to, kills it once on the way, and counts what is found. */
public final class Indexings {
    private static final Request ALL = Request.reading("Observation?_summary=count");
    private static final Pattern PROGRESS = Pattern.compile("is being indexed: ([\\d ]+) of about");
    private static final String HEAD = """
            | parameter of Observation | resources | found by it | seconds | resources/s | CPU ms a resource (JVM + PostgreSQL) \
            | updates meanwhile | median ms | 99 % within ms |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final Launch launch;
    private final PrintStream out;

    public Indexings(Launch launch, PrintStream out) {
        this.launch = launch;
        this.out = out;
    }

    /** The table of what was measured; throws when a resource is not found that should be. */
    public String measured(Synthea synthea) throws IOException {
        var rows = new ArrayList<Indexed>();
        try (var server = Server.start(launch)) {
            fill(server, synthea);
            rows.add(indexed(server, Posted.COMPILED));
            rows.add(indexed(server, Posted.EVALUATED));
            killHalfWay(server);
        }
        try (var server = Server.start(launch)) {
            checkGoneOn(server);
        }
        var table = new StringBuilder(HEAD);
        rows.forEach(row -> table.append(row.row()).append('\n'));
        return table.toString();
    }

    private void fill(Server server, Synthea synthea) throws IOException {
        try (var connection = server.connect()) {
            for (var bundle : synthea.bundles()) {
                require(connection.send(Request.transaction(Files.readAllBytes(bundle))));
            }
            out.printf("%,d Observations are stored%n", count(connection, ALL));
        }
    }

    private Indexed indexed(Server server, Posted posted) throws IOException {
        var updates = Updates.on(server);
        try (var connection = server.connect()) {
            var cpu = server.cpu();
            var began = System.nanoTime();
            require(connection.send(posted.posting()));
            awaitSearchable(connection, posted);
            var wall = Duration.ofNanos(System.nanoTime() - began);
            var spent = server.cpu().since(cpu);
            updates.end();
            var found = count(connection, posted.counting());
            var indexed = new Indexed(posted, count(connection, ALL), found, wall, spent, updates);
            out.println(indexed.row());
            return indexed;
        } finally {
            updates.end();
        }
    }

    private static void awaitSearchable(Connection connection, Posted posted) throws IOException {
        while (!connection.send(posted.counting()).succeeded()) {
            pause();
        }
    }

    private void killHalfWay(Server server) throws IOException {
        try (var connection = server.connect()) {
            require(connection.send(Posted.INTERRUPTED.posting()));
            while (done(connection.send(Posted.INTERRUPTED.counting())) == 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            server.kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** After the kill the job is where it was, and ends with what another way of counting tells, too. */
    private void checkGoneOn(Server server) throws IOException {
        try (var connection = server.connect()) {
            var answer = connection.send(Posted.INTERRUPTED.counting());
            out.printf("Killed and started again, the server says: %s%n", said(answer));
            awaitSearchable(connection, Posted.INTERRUPTED);
            var found = count(connection, Posted.INTERRUPTED.counting());
            var standard = count(connection, Request.reading("Observation?encounter:missing=false&_summary=count"));
            out.printf("%,d are found by it, %,d by the standard parameter%n", found, standard);
            if (found != standard) {
                throw new IOException("Resources are missing after an interruption");
            }
        }
    }

    private static String said(Response answer) throws IOException {
        return answer.succeeded()
                ? "it is complete"
                : Json.read(answer.body()).at("/issue/0/diagnostics").asText();
    }

    private static long done(Response answer) throws IOException {
        var progress = PROGRESS.matcher(said(answer));
        return answer.succeeded()
                ? Long.MAX_VALUE
                : progress.find() ? Long.parseLong(progress.group(1).replace(" ", "")) : 0;
    }

    private static long count(Connection connection, Request counting) throws IOException {
        return Json.read(require(connection.send(counting)).body())
                .path("total")
                .asLong();
    }

    private static Response require(Response answer) throws IOException {
        if (!answer.succeeded()) {
            throw new IOException("Refused: " + answer.text());
        }
        return answer;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
