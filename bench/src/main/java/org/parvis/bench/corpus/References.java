package org.parvis.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** Walks over the literal references of a resource, wherever they stand, and writes each anew. */
final class References {
    /** A canonical that an example wrote as a relative reference counts as one. */
    private static final List<String> FIELDS = List.of("reference", "measure", "questionnaire");

    private References() {}

    static void rewrite(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object) {
            FIELDS.stream()
                    .filter(field -> object.path(field).isTextual())
                    .forEach(field ->
                            object.put(field, change.apply(object.get(field).textValue())));
        }
        node.forEach(child -> rewrite(child, change));
    }
}
