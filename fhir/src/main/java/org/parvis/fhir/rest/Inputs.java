package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;

/** The parameters of an operation: those of the address, and with POST those of a Parameters resource (R4 operations.html, 3.2.0.2). */
final class Inputs {

    private Inputs() {}

    static List<Parameter> of(Call call) {
        var inputs = new ArrayList<>(call.parameters());
        if (call.method().equals("POST") && call.raw().length > 0) {
            inputs.addAll(posted(call));
        }
        return inputs;
    }

    /** The parameters of the body alone. */
    static List<Parameter> posted(Call call) {
        ObjectNode body = call.content().get();
        if (!body.path("resourceType").asText().equals("Parameters")) {
            throw Refusal.invalid("An operation takes its parameters as a Parameters resource.", null);
        }
        var inputs = new ArrayList<Parameter>();
        JsonNode sent = body.path("parameter");
        for (int i = 0; i < sent.size(); i++) {
            inputs.add(input(sent.get(i), "Parameters.parameter[" + i + "]"));
        }
        return inputs;
    }

    private static Parameter input(JsonNode sent, String place) {
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().equals("valueReference")) {
                return new Parameter(name(sent), value.path("reference").asText());
            }
            if (field.getKey().startsWith("value") && value.isValueNode()) {
                return new Parameter(name(sent), value.asText());
            }
        }
        throw Refusal.invalid(
                "The parameter '%s' must have a simple value or a reference.".formatted(name(sent)), place);
    }

    private static String name(JsonNode sent) {
        return sent.path("name").asText();
    }
}
