package org.parvis.bench.server;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;

/** A server that runs: the process that the bench started, and the PostgreSQL that it started in turn. */
public final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Request FIRST_QUESTION = Request.reading("Patient?_count=1");

    private final Launch launch;
    private final Process process;
    private final Duration untilFirstAnswer;

    private Server(Launch launch, Process process, Duration untilFirstAnswer) {
        this.launch = launch;
        this.process = process;
        this.untilFirstAnswer = untilFirstAnswer;
    }

    /** Starts a server and waits until it answers a search. */
    public static Server start(Launch launch) throws IOException {
        var began = Instant.now();
        var process = new ProcessBuilder(launch.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (!answers(launch.base())) {
            if (!process.isAlive() || Instant.now().isAfter(began.plus(PATIENCE))) {
                process.destroyForcibly();
                throw new IOException("%s did not start: see %s".formatted(launch.brand(), launch.log()));
            }
            pause();
        }
        return new Server(launch, process, Duration.between(began, Instant.now()));
    }

    private static boolean answers(URI base) {
        try (var connection = new Connection(base)) {
            return connection.send(FIRST_QUESTION).succeeded();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether the server answers a search again before the time is over. */
    public boolean answersWithin(Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            if (answers(launch.base())) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Launch.Brand brand() {
        return launch.brand();
    }

    public URI base() {
        return launch.base();
    }

    public Duration untilFirstAnswer() {
        return untilFirstAnswer;
    }

    public Connection connect() {
        return new Connection(launch.base());
    }

    /** To what is not FHIR: the pages. */
    public Connection pages() {
        return new Connection(launch.root());
    }

    public Postmaster postmaster() throws IOException {
        return Postmaster.of(launch.database());
    }

    /** Processor time spent by this server alone since it started. */
    public Cpu cpu() throws IOException {
        return Cpu.of(process.pid(), postmaster().pid());
    }

    /** Most memory that the JVM ever had resident, without PostgreSQL. */
    public Memory memory() throws IOException {
        return Memory.of(process.pid());
    }

    /** The server's database, which it keeps using. */
    public java.sql.Connection database() throws IOException, SQLException {
        return launch.login().connect(postmaster().port());
    }

    /** Size of the database after a vacuum and a checkpoint. */
    public long storedBytes() throws IOException, SQLException {
        try (var database = database()) {
            return StoredBytes.settled(database);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** A power cut, as far as one process can suffer it: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the server to stop, and its PostgreSQL with it. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
