package org.parvis.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The examples that HL7 publishes with FHIR R4, one resource in a file, from their npm package. */
public record Examples(Workspace workspace) {
    private static final String PACKAGE = "hl7.fhir.r4.examples@4.0.1";
    private static final String ARCHIVE = "hl7.fhir.r4.examples-4.0.1.tgz";

    public List<Path> files() throws IOException {
        var folder = workspace.made("examples");
        var unpacked = folder.resolve("package");
        if (!Files.exists(unpacked)) {
            run(folder, "npm", "pack", "--silent", PACKAGE);
            run(folder, "tar", "xzf", ARCHIVE);
        }
        try (var files = Files.list(unpacked)) {
            return files.filter(Examples::isResource).sorted().toList();
        }
    }

    private static void run(Path folder, String... words) throws IOException {
        new Command(List.of(words), folder, folder.resolve(words[0] + ".log")).run();
    }

    private static boolean isResource(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".json") && name.contains("-");
    }
}
