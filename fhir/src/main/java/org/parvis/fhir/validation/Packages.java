package org.parvis.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The profiles and terminologies of the FHIR packages in a folder. */
final class Packages {

    private static final Logger LOG = LoggerFactory.getLogger(Packages.class);
    private static final Set<String> TYPES = Set.of("StructureDefinition", "ValueSet", "CodeSystem");

    private final IParser parser;
    private final PrePopulatedValidationSupport definitions;

    private Packages(FhirContext r4) {
        // Definitions come as their authors published them; an element of another version is passed over.
        this.parser = r4.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
        this.definitions = new PrePopulatedValidationSupport(r4);
    }

    /** Reads all packages of a folder, in the order of their file names. */
    static PrePopulatedValidationSupport in(Path folder, FhirContext r4) {
        var packages = new Packages(r4);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".tgz")).sorted().forEach(packages::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of FHIR packages cannot be read: " + folder, unreadable);
        }
        return packages.definitions;
    }

    private void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            NpmPackage guide = NpmPackage.fromPackage(in);
            if (!guide.fhirVersion().startsWith("4.0")) {
                LOG.warn("{} is left out: it is made for FHIR {}, not R4", file, guide.fhirVersion());
                return;
            }
            List<String> names = guide.listResources(TYPES);
            for (String name : names) {
                read(guide, name);
            }
            LOG.info("{} {}: {} definitions", guide.name(), guide.version(), names.size());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The FHIR package cannot be read: " + file, unreadable);
        }
    }

    private void read(NpmPackage guide, String name) throws IOException {
        try (InputStream in = guide.load("package", name)) {
            definitions.addResource(parser.parseResource(in));
        }
    }
}
