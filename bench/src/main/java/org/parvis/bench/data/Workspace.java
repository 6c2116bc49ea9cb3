package org.parvis.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of the bench: the checked-out sources, and what is made from them, which git ignores. */
public record Workspace(Path root) {

    /** The folder in which the launcher stands. */
    public static Workspace here() {
        return new Workspace(Path.of("").toAbsolutePath());
    }

    public Path sources(String module) {
        return root.resolve("bench").resolve(module);
    }

    /** A folder below {@code ./data/bench}, made if it is not there. */
    public Path made(String name) throws IOException {
        return Files.createDirectories(root.resolve("data").resolve("bench").resolve(name));
    }
}
