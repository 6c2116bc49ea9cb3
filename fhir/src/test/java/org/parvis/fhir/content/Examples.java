package org.parvis.fhir.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** Resources written by others: HL7's own examples, and those of the French guides when they are at hand. */
public final class Examples {

    private static final String HL7 = "org/hl7/fhir/testcases/r4/";

    private Examples() {}

    /** One resource and where it was found. */
    record Example(String name, String text) {

        byte[] body() {
            return text.getBytes(UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The R4 examples among HL7's test cases. */
    static List<Example> ofHl7(String suffix) {
        URL root = Objects.requireNonNull(Examples.class.getClassLoader().getResource(HL7 + "examples/"));
        try (JarFile jar = ((JarURLConnection) root.openConnection()).getJarFile()) {
            return jar.stream()
                    .filter(entry -> entry.getName().startsWith(HL7 + "examples/"))
                    .filter(entry -> entry.getName().endsWith(suffix))
                    .map(entry -> new Example(entry.getName().substring(HL7.length()), text(jar, entry)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One file of HL7's R4 test cases. */
    public static String hl7(String path) {
        try (InputStream in = Examples.class.getClassLoader().getResourceAsStream(HL7 + path)) {
            return text(Objects.requireNonNull(in, path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The folder of the French guides, when the machine has it. */
    static Optional<Path> guides() {
        return Optional.ofNullable(System.getenv("PARVIS_CORPUS")).map(corpus -> Path.of(corpus, "fhir"));
    }

    /** The examples beside the guides. */
    static List<Example> ofGuides(Path guides) throws IOException {
        try (Stream<Path> files = Files.walk(guides.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Example(guides.relativize(file).toString(), text(file)))
                    .toList();
        }
    }

    /** The resources within one guide's package. */
    static List<Example> ofPackage(Path tgz) throws IOException {
        try (InputStream in = Files.newInputStream(tgz)) {
            NpmPackage guide = NpmPackage.fromPackage(in);
            return guide.listResources(guide.getTypes().keySet()).stream()
                    .map(name -> new Example(tgz.getFileName() + "!" + name, text(guide, name)))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(JarFile jar, JarEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            return text(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(NpmPackage guide, String name) {
        try (InputStream in = guide.load("package", name)) {
            return text(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }
}
