package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;

/** How many values a JSON tree holds, and how deep they nest. */
record JsonWeight(int nodes, int depth) {

    static JsonWeight of(JsonNode node) {
        int nodes = 1;
        int depth = 0;
        for (JsonNode child : node) {
            JsonWeight weight = of(child);
            nodes += weight.nodes;
            depth = Math.max(depth, weight.depth);
        }
        return new JsonWeight(nodes, node.isContainerNode() ? depth + 1 : depth);
    }
}
