package org.parvis.bench.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** How to start one server: its name, its command, where it answers, and where it and its PostgreSQL keep their data. */
public record Launch(String name, List<String> command, URI base, Path folder, Path database, Path log) {

    public Launch {
        command = List.copyOf(command);
    }
}
