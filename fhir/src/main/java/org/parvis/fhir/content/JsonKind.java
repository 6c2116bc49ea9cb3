package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;

/** The JSON types in words, for diagnostics. */
final class JsonKind {

    private JsonKind() {}

    static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case MISSING, BINARY, POJO -> "nothing";
        };
    }
}
