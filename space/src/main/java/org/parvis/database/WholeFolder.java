package org.parvis.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** A folder that is made whole or not at all: a start killed half-way leaves nothing that looks finished. */
final class WholeFolder {

    /** Writes what the folder is to hold. */
    interface Content {
        void fill(Path unfinished) throws IOException;
    }

    private WholeFolder() {}

    /** Makes the folder unless it exists. */
    static void make(Path folder, Content content) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        delete(unfinished);
        Files.createDirectories(unfinished);
        content.fill(unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (var paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : deepestFirst) {
            Files.delete(path);
        }
    }
}
