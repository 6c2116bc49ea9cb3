package org.parvis.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Maven module outside the reactor, built once, whose class path is kept in a file: the peer, and Synthea. */
public record StandaloneModule(Workspace workspace, String name) {

    /** Builds the module and answers its class path, its own classes first. */
    public String classPath() throws IOException {
        var folder = workspace.sources(name);
        var log = workspace.made("logs").resolve(name + "-build.log");
        new Command(List.of("mvn", "-q", "-B", "package"), folder, log).run();
        var libraries =
                Files.readString(folder.resolve("target").resolve("class-path")).strip();
        return classes(folder) + libraries;
    }

    private static String classes(Path folder) {
        var classes = folder.resolve("target").resolve("classes");
        return Files.isDirectory(classes) ? classes + ":" : "";
    }
}
