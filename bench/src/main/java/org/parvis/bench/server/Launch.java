package org.parvis.bench.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How to start one server: its command, where it answers, the folder of its PostgreSQL, and where its output goes.
 *
 * @param folder everything that the server keeps, its PostgreSQL's data among them
 */
public record Launch(Brand brand, List<String> command, URI base, Path folder) {

    /** Whose server it is. */
    public enum Brand {
        PARVIS("Parvis"),
        HAPI("HAPI JPA");

        private final String shown;

        Brand(String shown) {
            this.shown = shown;
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    public Launch {
        command = List.copyOf(command);
    }

    /** The server's own address, below which FHIR is one path of several. */
    public URI root() {
        return base.resolve("/");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Path database() {
        return switch (brand) {
            case PARVIS -> folder.resolve("database").resolve("cluster");
            case HAPI -> folder.resolve("postgres");
        };
    }

    /** Parvis keeps its database's password in a file of its own; the peer's is the one of its embedding library. */
    StoredBytes.DatabaseLogin login() throws IOException {
        return switch (brand) {
            case PARVIS ->
                new StoredBytes.DatabaseLogin(
                        "parvis",
                        "parvis",
                        Files.readString(folder.resolve("database").resolve("password"))
                                .strip());
            case HAPI -> new StoredBytes.DatabaseLogin("postgres", "postgres", "postgres");
        };
    }
}
