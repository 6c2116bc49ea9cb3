package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One operation of a FHIRPath Patch: its type, its path and its other parts by name. */
record PatchOperation(String type, String path, Map<String, JsonNode> parts, PatchLabel label) {

    private static final int LONGEST_PATH = 1_000;

    static PatchOperation of(JsonNode parameter, int index) {
        var parts = new LinkedHashMap<String, JsonNode>();
        for (JsonNode part : parameter.path("part")) {
            parts.put(part.path("name").asText(), part);
        }
        String type = text(parts, "type");
        String path = text(parts, "path");
        var operation = new PatchOperation(type, path, parts, PatchLabel.of(index, type, path));
        if (!parameter.path("name").asText().equals("operation") || type.isEmpty() || path.isEmpty()) {
            throw operation.label.malformed("it is not a parameter \"operation\" with a type and a path");
        }
        if (path.length() > LONGEST_PATH) {
            throw operation.label.malformed("its path has more than " + LONGEST_PATH + " characters");
        }
        return operation;
    }

    String name() {
        String name = text(parts, "name");
        if (name.isEmpty()) {
            throw label.malformed("it has no name");
        }
        return name;
    }

    JsonNode value() {
        JsonNode value = parts.get("value");
        if (value == null) {
            throw label.malformed("it has no value");
        }
        return value;
    }

    int index(String name) {
        JsonNode index = parts.getOrDefault(name, MissingNode.getInstance()).path("valueInteger");
        if (!index.isInt() || index.intValue() < 0) {
            throw label.malformed("its " + name + " is not a valueInteger of 0 or more");
        }
        return index.intValue();
    }

    private static String text(Map<String, JsonNode> parts, String name) {
        JsonNode part = parts.get(name);
        if (part == null) {
            return "";
        }
        return part.path("valueString").asText(part.path("valueCode").asText());
    }
}
