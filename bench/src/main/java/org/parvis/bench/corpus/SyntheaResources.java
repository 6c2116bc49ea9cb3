package org.parvis.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parvis.bench.data.Synthea;

/** Some patients of a synthetic population as plain resources: their references made relative, their ids kept. */
final class SyntheaResources {
    private static final int SMALLEST_BUNDLE = 300_000;
    private static final int LARGEST_BUNDLE = 2_500_000;

    private final Map<String, String> byFullUrl = new HashMap<>();
    private final Map<String, String> byIdentifier = new HashMap<>();

    private SyntheaResources() {}

    /** The whole directory, then the given number of patients of middling size, a batch for each bundle. */
    static List<List<ObjectNode>> of(Synthea synthea, int patients) throws IOException {
        var all = new SyntheaResources();
        var chosen = new ArrayList<>(
                synthea.bundles().stream().filter(Synthea::isDirectory).toList());
        synthea.bundles().stream()
                .filter(SyntheaResources::isMiddling)
                .limit(patients)
                .forEach(chosen::add);
        var batches = new ArrayList<List<ObjectNode>>();
        for (var bundle : chosen) {
            batches.add(all.read(bundle));
        }
        batches.forEach(batch -> batch.forEach(resource -> References.rewrite(resource, all::relative)));
        return batches;
    }

    private static boolean isMiddling(Path bundle) {
        var size = Synthea.size(bundle);
        return !Synthea.isDirectory(bundle) && size > SMALLEST_BUNDLE && size < LARGEST_BUNDLE;
    }

    private List<ObjectNode> read(Path bundle) throws IOException {
        var resources = new ArrayList<ObjectNode>();
        for (var entry : Json.read(Files.readAllBytes(bundle)).path("entry")) {
            var resource = (ObjectNode) entry.get("resource");
            byFullUrl.put(entry.path("fullUrl").textValue(), Corpus.location(resource));
            for (var identifier : resource.path("identifier")) {
                byIdentifier.put(search(resource, identifier), Corpus.location(resource));
            }
            resources.add(resource);
        }
        return resources;
    }

    private static String search(ObjectNode resource, JsonNode identifier) {
        return "%s?identifier=%s|%s"
                .formatted(
                        resource.path("resourceType").textValue(),
                        identifier.path("system").textValue(),
                        identifier.path("value").textValue());
    }

    private String relative(String reference) {
        var direct = byFullUrl.get(reference);
        return direct != null ? direct : byIdentifier.getOrDefault(reference, reference);
    }
}
