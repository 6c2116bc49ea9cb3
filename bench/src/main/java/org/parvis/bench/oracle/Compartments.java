package org.parvis.bench.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.data.Examples;
import org.parvis.bench.query.Query;

/** Says a search in a patient's compartment in plain searches, for the peer, which knows no compartments. */
final class Compartments {
    private static final String DEFINITION = "CompartmentDefinition-patient.json";

    private final Map<String, List<String>> parametersByType;

    private Compartments(Map<String, List<String>> parametersByType) {
        this.parametersByType = parametersByType;
    }

    static Compartments ofR4(Examples examples) throws IOException {
        for (var file : examples.files()) {
            if (file.endsWith(DEFINITION)) {
                return new Compartments(parameters(Json.read(Files.readAllBytes(file))));
            }
        }
        throw new IOException("The published examples lack " + DEFINITION);
    }

    private static Map<String, List<String>> parameters(JsonNode definition) {
        var byType = new HashMap<String, List<String>>();
        for (var resource : definition.path("resource")) {
            var parameters = new ArrayList<String>();
            resource.path("param").forEach(parameter -> parameters.add(parameter.textValue()));
            byType.put(resource.path("code").textValue(), parameters);
        }
        return byType;
    }

    /** One plain search for each parameter by which a resource comes into the compartment. */
    List<Query> plain(Query query) {
        var patient = query.path().substring(0, query.path().lastIndexOf('/'));
        return parametersByType.getOrDefault(query.type(), List.of()).stream()
                .map(parameter -> query.outsideCompartment(parameter + "=" + patient))
                .toList();
    }
}
