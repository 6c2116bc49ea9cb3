package org.parvis.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A data folder for one test run. PostgreSQL's programs are unpacked once for all runs, its data are new each time. */
public record TestFolder(Path path) {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    public static TestFolder fresh() {
        try {
            var folder = Files.createTempDirectory("parvis-test");
            var programs = PostgresArchive.forThisMachine()
                    .unpackIn(Files.createDirectories(PROGRAMS).toRealPath())
                    .folder();
            Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
            return new TestFolder(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void delete() {
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
