package org.parvis.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** The folder in which the embedded PostgreSQL keeps its data, and how to start and stop the server that works in it. */
record PostgresCluster(Path folder, String password, String configuration, PostgresPrograms programs) {

    private static final String OWNER = "parvis";

    // After a power cut a slow disk may need minutes to replay max_wal_size.
    private static final String PATIENCE = "--timeout=600";

    private static final int PASSWORD_BYTES = 24;

    private static final String END_ORPHANS = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'parvis' and pid <> pg_backend_pid()
            """;

    /** The cluster below this folder, made if there is none. */
    static PostgresCluster in(Path parent, PostgresPrograms programs, String configuration) throws IOException {
        var passwordFile = parent.resolve("password");
        if (!Files.exists(passwordFile)) {
            writePassword(passwordFile);
        }
        var cluster =
                new PostgresCluster(parent.resolve("cluster"), Files.readString(passwordFile), configuration, programs);
        WholeFolder.make(cluster.folder, unfinished -> cluster.initialise(unfinished, passwordFile));
        return cluster;
    }

    private static void writePassword(Path file) throws IOException {
        var secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(Files.createFile(file, ownerOnly), HexFormat.of().formatHex(secret));
    }

    private void initialise(Path unfinished, Path passwordFile) throws IOException {
        var arguments = List.of(
                "--pgdata=" + unfinished,
                "--username=" + OWNER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Text folds the same on every machine, and sorts byte by byte.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        programs.run("initdb", arguments);
        Files.writeString(unfinished.resolve("postgresql.conf"), "include 'parvis.conf'\n", StandardOpenOption.APPEND);
        Files.writeString(unfinished.resolve("parvis.conf"), configuration);
        programs.run(
                "postgres", List.of("--single", "-D", unfinished.toString(), "postgres"), "create database parvis\n");
    }

    /** The server of this cluster: the one that a killed Parvis left running if it still serves, otherwise a new one. */
    Postmaster serve() throws IOException {
        var left = Postmaster.of(folder).filter(Postmaster::runs);
        if (left.isPresent()) {
            if (isConfiguredAlike() && endOrphans(left.get())) {
                return left.get();
            }
            stop(left.get());
        }
        return start(freePort());
    }

    /** Starts a server on this port and waits until it answers. */
    Postmaster start(int port) throws IOException {
        var dead = Postmaster.of(folder);
        if (dead.isPresent()) {
            dead.get().disown();
        }
        Files.writeString(folder.resolve("parvis.conf"), configuration);
        var log = folder.resolveSibling("start.log");
        Files.deleteIfExists(log);
        try {
            programs.run(
                    "pg_ctl",
                    List.of("start", "--pgdata=" + folder, "--wait", PATIENCE, "--log=" + log, "--options=-p " + port));
        } catch (DatabaseRefused refusal) {
            var words = Files.exists(log) ? Files.readString(log).strip() : "";
            throw new DatabaseRefused("%s%n%s".formatted(refusal.getMessage(), words), refusal);
        }
        return Postmaster.of(folder)
                .orElseThrow(
                        () -> new DatabaseRefused("PostgreSQL started in %s and stopped at once".formatted(folder)));
    }

    /** Ends all sessions, writes everything down and stops the server, which has left the system when this returns. */
    void stop(Postmaster postmaster) {
        programs.run("pg_ctl", List.of("stop", "--pgdata=" + folder, "--mode=fast", "--wait", PATIENCE));
        postmaster.awaitEnd();
    }

    private boolean isConfiguredAlike() throws IOException {
        return Files.readString(folder.resolve("parvis.conf")).equals(configuration);
    }

    /** Ends what a killed Parvis was still doing; says whether the server answered. */
    private boolean endOrphans(Postmaster postmaster) {
        try (var connection = address(postmaster.port()).connect();
                var statement = connection.createStatement()) {
            statement.execute(END_ORPHANS);
            return true;
        } catch (SQLException noAnswer) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    DatabaseAddress address(int port) {
        return address(port, password);
    }

    static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/parvis?ApplicationName=parvis".formatted(port), OWNER, password);
    }
}
