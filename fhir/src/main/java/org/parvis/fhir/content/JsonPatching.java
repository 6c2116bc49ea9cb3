package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One document while a JSON Patch works on it. */
final class JsonPatching {

    private final Limits limits;
    private JsonNode document;
    private PatchLabel label = new PatchLabel("The patch");
    private int added;

    JsonPatching(ObjectNode document, Limits limits) {
        this.document = document;
        this.limits = limits;
    }

    ObjectNode result() {
        if (document instanceof ObjectNode result) {
            return result;
        }
        throw label.failed("it leaves " + JsonKind.of(document) + " in place of the resource");
    }

    void apply(JsonNode operation, int at) {
        String type = operation.path("op").asText();
        label = PatchLabel.of(at, type, operation.path("path").asText());
        JsonPointer path = pointer(operation, "path");
        switch (type) {
            case "add" -> add(path, value(operation));
            case "remove" -> remove(path);
            case "replace" -> replace(path, value(operation));
            case "move" -> move(pointer(operation, "from"), path);
            case "copy" -> add(path, find(pointer(operation, "from")));
            case "test" -> test(path, value(operation));
            default -> throw label.malformed("JSON Patch has no operation of that name");
        }
    }

    private void add(JsonPointer path, JsonNode value) {
        weigh(path, value);
        put(path, value.deepCopy());
    }

    /** Copies of copies double with each operation: what they add up to is bounded like a body. */
    private void weigh(JsonPointer path, JsonNode value) {
        JsonWeight weight = JsonWeight.of(value);
        added += weight.nodes();
        if (added > limits.nodes()) {
            throw label.tooLarge("the patch adds more than " + limits.nodes() + " values");
        }
        if (path.steps().size() + weight.depth() > limits.depth()) {
            throw label.tooLarge("the resource would be nested deeper than " + limits.depth());
        }
    }

    private void put(JsonPointer path, JsonNode value) {
        if (path.isRoot()) {
            document = value;
            return;
        }
        switch (find(path.parent())) {
            case ObjectNode object -> object.set(path.lastStep(), value);
            case ArrayNode array -> array.insert(position(path, array), value);
            default -> throw label.failed("the parent of its path is neither an object nor an array");
        }
    }

    private int position(JsonPointer path, ArrayNode array) {
        int position = path.lastStep().equals("-") ? array.size() : JsonPointer.index(path.lastStep());
        if (position < 0 || position > array.size()) {
            throw label.failed("the array has " + array.size() + " items");
        }
        return position;
    }

    private void remove(JsonPointer path) {
        if (path.isRoot()) {
            throw label.failed("the resource itself is deleted with DELETE");
        }
        find(path);
        switch (find(path.parent())) {
            case ObjectNode object -> object.remove(path.lastStep());
            case ArrayNode array -> array.remove(JsonPointer.index(path.lastStep()));
            default -> throw label.failed("the parent of its path is neither an object nor an array");
        }
    }

    private void replace(JsonPointer path, JsonNode value) {
        find(path);
        weigh(path, value);
        if (!path.isRoot() && find(path.parent()) instanceof ArrayNode array) {
            array.set(JsonPointer.index(path.lastStep()), value.deepCopy());
            return;
        }
        put(path, value.deepCopy());
    }

    private void move(JsonPointer from, JsonPointer to) {
        JsonNode moved = find(from);
        if (from.equals(to)) {
            return;
        }
        if (to.startsWith(from)) {
            throw label.failed("a value does not move into itself");
        }
        weigh(to, moved);
        remove(from);
        put(to, moved);
    }

    private void test(JsonPointer path, JsonNode expected) {
        if (!JsonEquality.areEqual(find(path), expected)) {
            throw label.failed("the value there is not the expected one");
        }
    }

    private JsonNode find(JsonPointer path) {
        JsonNode node = document;
        for (String step : path.steps()) {
            node = node instanceof ArrayNode array ? array.path(JsonPointer.index(step)) : node.path(step);
            if (node.isMissingNode()) {
                throw label.failed("there is nothing at " + path);
            }
        }
        return node;
    }

    private JsonNode value(JsonNode operation) {
        JsonNode value = operation.get("value");
        if (value == null) {
            throw label.malformed("it has no value");
        }
        return value;
    }

    private JsonPointer pointer(JsonNode operation, String name) {
        JsonNode text = operation.path(name);
        if (!text.isTextual()) {
            throw label.malformed("its " + name + " is not a string");
        }
        return JsonPointer.parse(text.textValue())
                .orElseThrow(() -> label.malformed("its " + name + " is not a JSON pointer"));
    }
}
