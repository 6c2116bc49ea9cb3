package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.Limits;

/** Compiled paths lead where HAPI's FHIRPath engine leads, on the examples of the French guides. */
class FhirPathAgreementTest {

    private record Difference(String param, Set<IndexValue> compiled, Set<IndexValue> evaluated) {}

    private final ExtractionCompiler compiler = new ExtractionCompiler(IndexFixtures.R4, IndexFixtures.PARIS);
    private final FhirPathFallback engine = new FhirPathFallback(IndexFixtures.R4);
    private final ValueReaders readers = new ValueReaders(IndexFixtures.PARIS);

    @Test
    void holdsForEveryParameterOfEveryExample() throws IOException {
        var corpus = System.getenv("PARVIS_CORPUS");
        assumeTrue(corpus != null, "PARVIS_CORPUS is not set: compiled paths are not compared with FHIRPath.");

        var differences = examples(Path.of(corpus, "fhir", "examples")).stream()
                .flatMap(this::differences)
                .toList();

        assertThat(differences).isEmpty();
    }

    private Stream<Difference> differences(ObjectNode resource) {
        return IndexFixtures.PARAMS.of(resource.path("resourceType").asText()).stream()
                .filter(SearchParam::isStored)
                // A composite has no path of its own, and a position is a backbone element: neither is a FHIRPath
                // value.
                .filter(param -> param.kind() != ParamKind.COMPOSITE && param.kind() != ParamKind.SPECIAL)
                .map(param -> compare(param, resource))
                .filter(difference -> !difference.compiled.equals(difference.evaluated));
    }

    private Difference compare(SearchParam param, ObjectNode resource) {
        Set<IndexValue> compiled = new LinkedHashSet<>();
        compiler.rules(param).getFirst().extractor().extract(resource, compiled::add);
        Set<IndexValue> evaluated = new LinkedHashSet<>();
        for (String alternative : Alternatives.of(param.expression())) {
            new Extractor.Evaluated(engine.prepare(alternative, "expression"), readers.of(param.kind()))
                    .extract(resource, evaluated::add);
        }
        return new Difference(param.resourceType() + "." + param.code(), compiled, evaluated);
    }

    /** The resources of a folder, those within bundles too. */
    private static List<ObjectNode> examples(Path folder) throws IOException {
        List<ObjectNode> resources = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(FhirPathAgreementTest::read)
                    .filter(json -> json.has("resourceType"))
                    .forEach(resource -> addWithEntries(resource, resources));
        }
        return resources;
    }

    private static void addWithEntries(ObjectNode resource, List<ObjectNode> resources) {
        resources.add(resource);
        for (JsonNode entry : resource.path("entry")) {
            if (entry.get("resource") instanceof ObjectNode inner) {
                resources.add(inner);
            }
        }
    }

    private static ObjectNode read(Path file) {
        try {
            return new JsonBodies(Limits.standard()).read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
