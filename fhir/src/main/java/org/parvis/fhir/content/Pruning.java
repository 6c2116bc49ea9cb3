package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Takes out of a tree the objects and arrays that have become empty, which FHIR JSON does not know. */
final class Pruning {

    private Pruning() {}

    static void prune(JsonNode node) {
        Iterator<JsonNode> children = node.iterator();
        while (children.hasNext()) {
            JsonNode child = children.next();
            prune(child);
            boolean container = child instanceof ObjectNode || child instanceof ArrayNode;
            if (container && child.isEmpty()) {
                children.remove();
            }
        }
    }
}
