package org.parvis.bench.corpus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parvis.bench.data.Examples;

/** The published examples as plain resources, those of the types that searches are made for. */
final class ExampleResources {
    private static final long LARGEST_FILE = 60_000;

    /** One lacks the linkId that R4 questionnaire.html makes mandatory; the other has a number of 245 digits. */
    private static final Set<String> REFUSED = Set.of("Questionnaire-qs1.json", "Observation-decimal.json");

    private static final Set<String> CANONICALS = Set.of("instantiatesCanonical", "questionnaire");

    private ExampleResources() {}

    static List<ObjectNode> of(Examples examples) throws IOException {
        var resources = new ArrayList<ObjectNode>();
        for (var file : examples.files()) {
            if (isKept(file)) {
                resources.add(named(Json.read(Files.readAllBytes(file))));
            }
        }
        return resources;
    }

    private static boolean isKept(Path file) throws IOException {
        var name = file.getFileName().toString();
        var type = name.split("-", 2)[0];
        return !REFUSED.contains(name) && Scope.TYPES.contains(type) && Files.size(file) < LARGEST_FILE;
    }

    /** Ids of digits alone belong to the peer's own numbering, so every example's id is given a prefix. */
    private static ObjectNode named(ObjectNode resource) {
        resource.put("id", ExampleIds.renamed(resource.path("id").textValue()));
        resource.remove("text");
        // Some are relative, which no canonical may be, and lead to definitions that are not part of the corpus.
        CANONICALS.forEach(resource::remove);
        // Its performer is an Organization; the examples name Practitioners.
        resource.remove("dispenseRequest");
        if (resource.path("measure").isTextual()) {
            resource.put(
                    "measure",
                    "http://other.example.org/fhir/" + resource.path("measure").textValue());
        }
        References.rewrite(resource, ExampleIds::renamedTarget);
        return resource;
    }
}
