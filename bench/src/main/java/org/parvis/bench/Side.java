package org.parvis.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parvis.bench.http.Connection;
import org.parvis.bench.server.Launch;
import org.parvis.bench.server.Server;

/** A server to compare: one that runs already at a given address, or one that is started for the run. */
record Side(Connection connection, List<Server> started) implements AutoCloseable {

    static Side of(Optional<String> address, Launch launch, boolean keepsData) throws IOException {
        if (address.isPresent()) {
            return new Side(new Connection(URI.create(address.get())), List.of());
        }
        if (!keepsData) {
            empty(launch.folder());
        }
        var server = Server.start(launch);
        return new Side(server.connect(), List.of(server));
    }

    /** Removes what an earlier run left in a folder. */
    static void empty(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(folder);
    }

    @Override
    public void close() {
        connection.close();
        started.forEach(Server::close);
    }
}
