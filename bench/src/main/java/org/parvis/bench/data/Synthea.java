package org.parvis.bench.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A synthetic population, made once from a seed: one FHIR transaction for each patient, and two for the directory. */
public record Synthea(Workspace workspace, int population, int seed) {
    private static final String DIRECTORY_BUNDLES = "(hospital|practitioner)Information.*";

    /** The bundles in the order in which they can be loaded: establishments, professionals, then patients by name. */
    public List<Path> bundles() throws IOException {
        var folder = workspace.made("synthea-%d-%d".formatted(population, seed));
        var done = folder.resolve("done");
        if (!Files.exists(done)) {
            generate(folder);
            Files.createFile(done);
        }
        try (var files = Files.list(folder.resolve("fhir"))) {
            return files.sorted(Synthea::directoryFirst).toList();
        }
    }

    private void generate(Path folder) throws IOException {
        var words = List.of(
                java(),
                "-Xmx1500m",
                "-cp",
                new StandaloneModule(workspace, "synthea").classPath(),
                "App",
                "-p",
                Integer.toString(population),
                "-s",
                Integer.toString(seed),
                "-cs",
                Integer.toString(seed),
                "-r",
                "20260101",
                "--exporter.baseDirectory=" + folder + "/",
                "--exporter.hospital.fhir.export=true",
                "--exporter.practitioner.fhir.export=true",
                "--generate.log_patients.detail=none");
        new Command(words, folder, folder.resolve("synthea.log")).run();
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static int directoryFirst(Path one, Path other) {
        var byKind = Boolean.compare(isDirectory(other), isDirectory(one));
        return byKind != 0 ? byKind : one.getFileName().compareTo(other.getFileName());
    }

    /** Whether a bundle holds establishments or professionals, which patients refer to by identifier. */
    public static boolean isDirectory(Path bundle) {
        return bundle.getFileName().toString().matches(DIRECTORY_BUNDLES);
    }

    /** The size of a bundle in bytes, by which a bounded sample is chosen. */
    public static long size(Path bundle) {
        try {
            return Files.size(bundle);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
