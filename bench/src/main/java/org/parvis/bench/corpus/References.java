package org.parvis.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** Walks over the literal references of a resource, wherever they stand, and writes each anew. */
final class References {

    private References() {}

    static void rewrite(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
            object.put("reference", change.apply(object.get("reference").textValue()));
        }
        node.forEach(child -> rewrite(child, change));
    }
}
