package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The occurrences of an element that stand under one JSON name, each value kept beside its companion. */
final class Items {

    private final ObjectNode node;
    private final Property property;
    private final List<JsonNode> values = new ArrayList<>();
    private final List<JsonNode> companions = new ArrayList<>();

    Items(Spot spot, Property property) {
        this.node = spot.node();
        this.property = property;
        read(node.path(property.key()), values);
        read(node.path(property.twinKey()), companions);
        int size = Math.max(values.size(), companions.size());
        fill(values, size);
        fill(companions, size);
    }

    private static void read(JsonNode from, List<JsonNode> to) {
        if (from instanceof ArrayNode array) {
            array.forEach(to::add);
        } else if (!from.isMissingNode()) {
            to.add(from);
        }
    }

    private static void fill(List<JsonNode> list, int size) {
        while (list.size() < size) {
            list.add(NullNode.instance);
        }
    }

    int size() {
        return values.size();
    }

    JsonNode value(int at) {
        return values.get(at);
    }

    JsonNode companion(int at) {
        return companions.get(at);
    }

    void insert(int at, PatchValue value) {
        values.add(at, value.content());
        companions.add(at, value.companion());
        write();
    }

    void remove(int at) {
        values.remove(at);
        companions.remove(at);
        write();
    }

    void replace(int at, PatchValue value) {
        values.set(at, value.content());
        companions.set(at, value.companion());
        write();
    }

    void move(int from, int to) {
        values.add(to, values.remove(from));
        companions.add(to, companions.remove(from));
        write();
    }

    private void write() {
        write(property.key(), values);
        write(property.twinKey(), companions);
    }

    private void write(String key, List<JsonNode> list) {
        if (list.stream().allMatch(JsonNode::isNull)) {
            node.remove(key);
        } else if (property.element().repeats()) {
            node.set(key, node.arrayNode().addAll(list));
        } else {
            node.set(key, list.getFirst());
        }
    }
}
