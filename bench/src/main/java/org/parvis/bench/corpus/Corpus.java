package org.parvis.bench.corpus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.parvis.bench.data.Examples;
import org.parvis.bench.data.Synthea;
import org.parvis.bench.data.Workspace;

/**
 * Every resource that both servers hold when they are compared, in batches for one transaction each:
 * a reference leads within its batch, to an earlier one, or to another server.
 */
public final class Corpus {
    private static final int POPULATION = 20;
    private static final int SYNTHEA_SEED = 42;

    private final List<List<ObjectNode>> batches;
    private final Map<String, ObjectNode> resources = new HashMap<>();

    private Corpus(List<List<ObjectNode>> batches) {
        this.batches = batches;
        batches.forEach(batch -> batch.forEach(resource -> resources.put(location(resource), resource)));
        resources.values().forEach(resource -> References.rewrite(resource, new DeadReferences(resources.keySet())));
    }

    /** The given number of synthetic patients, the published examples with variations of each, and the fixtures. */
    public static Corpus made(Workspace workspace, long seed, int patients, int variations) throws IOException {
        var batches = new ArrayList<List<ObjectNode>>();
        batches.addAll(SyntheaResources.of(new Synthea(workspace, POPULATION, SYNTHEA_SEED), patients));
        var examples = ExampleResources.of(new Examples(workspace));
        batches.add(examples);
        var random = new Random(seed);
        for (var number = 1; number <= variations; number++) {
            batches.add(varied(examples, number, random));
        }
        batches.add(Fixtures.all());
        return new Corpus(batches);
    }

    private static List<ObjectNode> varied(List<ObjectNode> examples, int number, Random random) {
        return examples.stream()
                .map(example -> Variation.of(
                        example, ExampleIds.numbered(example.path("id").textValue(), number), random))
                .toList();
    }

    public List<List<ObjectNode>> batches() {
        return batches;
    }

    /** The resource at "Type/id". */
    public ObjectNode at(String location) {
        return Objects.requireNonNull(resources.get(location), location);
    }

    /** "Type/id" of every resource, by type, in a fixed order. */
    public Map<String, List<String>> locationsByType(Set<String> types) {
        var byType = new TreeMap<String, List<String>>();
        for (var location : resources.keySet().stream().sorted().toList()) {
            var type = location.substring(0, location.indexOf('/'));
            if (types.contains(type)) {
                byType.computeIfAbsent(type, anew -> new ArrayList<>()).add(location);
            }
        }
        return byType;
    }

    public int size() {
        return resources.size();
    }

    public static String location(ObjectNode resource) {
        return resource.path("resourceType").textValue() + "/"
                + resource.path("id").textValue();
    }
}
