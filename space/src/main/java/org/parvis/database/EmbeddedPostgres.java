package org.parvis.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that Parvis runs itself, for as long as Parvis runs: when it dies it is started again. */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration PULSE = Duration.ofMillis(250);

    private final FolderLock lock;
    private final PostgresCluster cluster;
    private final Thread watch;
    private Postmaster postmaster;

    private EmbeddedPostgres(FolderLock lock, PostgresCluster cluster, Postmaster postmaster) {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = postmaster;
        this.watch = Thread.ofVirtual().name("postgres-watch").unstarted(this::watch);
    }

    /** Starts the server whose data are in this folder, or adopts the one that a killed Parvis left running there. */
    static EmbeddedPostgres start(Path folder, int connections) {
        try {
            var home = Files.createDirectories(folder).toRealPath();
            var lock = FolderLock.take(home);
            try {
                var programs = PostgresArchive.forThisMachine().unpackIn(home);
                var cluster = PostgresCluster.in(home, programs, PostgresConfiguration.text(connections));
                var postgres = new EmbeddedPostgres(lock, cluster, cluster.serve());
                postgres.watch.start();
                return postgres;
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded PostgreSQL cannot use " + folder, failure);
        }
    }

    /** The address of the server that works in this folder now, whoever started it. */
    static Optional<DatabaseAddress> running(Path folder) {
        try {
            if (!Files.exists(folder.resolve("password"))) {
                return Optional.empty();
            }
            var home = folder.toRealPath();
            var password = Files.readString(home.resolve("password"));
            return Postmaster.of(home.resolve("cluster"))
                    .filter(Postmaster::runs)
                    .map(postmaster -> PostgresCluster.address(postmaster.port(), password));
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded PostgreSQL cannot be found in " + folder, failure);
        }
    }

    synchronized DatabaseAddress address() {
        return cluster.address(postmaster.port());
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PULSE);
                startAgainIfDead();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgainIfDead() {
        if (postmaster.runs() || Thread.currentThread().isInterrupted()) {
            return;
        }
        LOG.warn("PostgreSQL (process {}) is gone; starting it again", postmaster.pid());
        try {
            // The same port: the pool's connections are made to it.
            postmaster = cluster.start(postmaster.port());
        } catch (IOException | DatabaseRefused failure) {
            // Its orphaned sessions may need a moment to end; the next pulse tries again.
            LOG.warn("PostgreSQL did not start: {}", failure.getMessage());
        }
    }

    /** Stops the server. */
    @Override
    public synchronized void close() {
        watch.interrupt();
        try {
            if (postmaster.runs()) {
                cluster.stop(postmaster);
            }
        } finally {
            lock.close();
        }
    }
}
