package org.parvis.fhir.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A small FHIR package of our own: one profile, one value set, one code system. */
final class TestPackage {

    static final String PROFILE = "https://parvis.example/StructureDefinition/followed-patient";

    private TestPackage() {}

    /** Packs the package into a folder. */
    static void packInto(Path folder) throws IOException {
        Path file = folder.resolve("parvis.test.profiles.tgz");
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(file)));
                Stream<Path> sources = Files.list(sources())) {
            sources.sorted().forEach(source -> add(source, tar));
        }
    }

    private static void add(Path source, TarArchiveOutputStream tar) {
        try {
            var entry = new TarArchiveEntry("package/" + source.getFileName());
            entry.setSize(Files.size(source));
            tar.putArchiveEntry(entry);
            Files.copy(source, tar);
            tar.closeArchiveEntry();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path sources() {
        URL folder = Objects.requireNonNull(TestPackage.class.getResource("package"));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
