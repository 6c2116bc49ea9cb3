package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** JSON Patch (RFC 6902): all operations apply in order, or none does (R4 http.html#patch). */
public final class JsonPatch {

    private JsonNode document;
    private String operation = "";

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /** The patched document; the target itself stays as it is. A refusal names the operation that failed. */
    public static ObjectNode apply(ObjectNode target, ArrayNode operations) {
        var patch = new JsonPatch(target.deepCopy());
        for (int at = 0; at < operations.size(); at++) {
            patch.apply(operations.get(at), at);
        }
        if (patch.document instanceof ObjectNode result) {
            return result;
        }
        throw patch.failed("it leaves " + JsonKind.of(patch.document) + " in place of the resource");
    }

    private void apply(JsonNode step, int at) {
        operation = "Operation " + at;
        String name = text(step, "op");
        JsonPointer path = path(step, "path");
        operation += " (" + name + " " + step.path("path").textValue() + ")";
        switch (name) {
            case "add" -> add(path, value(step));
            case "remove" -> remove(path);
            case "replace" -> replace(path, value(step));
            case "move" -> move(path(step, "from"), path);
            case "copy" -> add(path, find(path(step, "from")).deepCopy());
            case "test" -> test(path, value(step));
            default -> throw malformed("JSON Patch has no operation of that name");
        }
    }

    private void add(JsonPointer path, JsonNode value) {
        if (path.isRoot()) {
            document = value;
            return;
        }
        switch (find(path.parent())) {
            case ObjectNode object -> object.set(path.lastStep(), value);
            case ArrayNode array -> array.insert(position(path, array), value);
            default -> throw failed("the parent of its path is neither an object nor an array");
        }
    }

    private int position(JsonPointer path, ArrayNode array) {
        int position = path.lastStep().equals("-") ? array.size() : JsonPointer.index(path.lastStep());
        if (position < 0 || position > array.size()) {
            throw failed("the array has " + array.size() + " items");
        }
        return position;
    }

    private JsonNode remove(JsonPointer path) {
        JsonNode removed = find(path);
        if (path.isRoot()) {
            throw failed("the resource itself is deleted with DELETE");
        }
        switch (find(path.parent())) {
            case ObjectNode object -> object.remove(path.lastStep());
            case ArrayNode array -> array.remove(JsonPointer.index(path.lastStep()));
            default -> throw failed("the parent of its path is neither an object nor an array");
        }
        return removed;
    }

    private void replace(JsonPointer path, JsonNode value) {
        find(path);
        if (!path.isRoot() && find(path.parent()) instanceof ArrayNode array) {
            array.set(JsonPointer.index(path.lastStep()), value);
            return;
        }
        add(path, value);
    }

    private void move(JsonPointer from, JsonPointer to) {
        JsonNode moved = find(from);
        if (from.equals(to)) {
            return;
        }
        if (to.startsWith(from)) {
            throw failed("a value does not move into itself");
        }
        remove(from);
        add(to, moved);
    }

    private void test(JsonPointer path, JsonNode expected) {
        JsonNode actual = find(path);
        if (!JsonEquality.areEqual(actual, expected)) {
            throw failed("the value there is not the expected one");
        }
    }

    private JsonNode find(JsonPointer path) {
        JsonNode node = document;
        for (String step : path.steps()) {
            node = node instanceof ArrayNode array ? array.path(JsonPointer.index(step)) : node.path(step);
            if (node.isMissingNode()) {
                throw failed("there is nothing at " + String.join("/", path.steps()));
            }
        }
        return node;
    }

    private JsonNode value(JsonNode step) {
        JsonNode value = step.get("value");
        if (value == null) {
            throw malformed("it has no value");
        }
        return value.deepCopy();
    }

    private JsonPointer path(JsonNode step, String name) {
        return JsonPointer.parse(text(step, name)).orElseThrow(() -> malformed(name + " is not a JSON pointer"));
    }

    private String text(JsonNode step, String name) {
        JsonNode text = step.path(name);
        if (!text.isTextual()) {
            throw malformed("its " + name + " is not a string");
        }
        return text.textValue();
    }

    private Refusal malformed(String what) {
        return Refusal.invalid(operation + " is refused: " + what + ".", null);
    }

    private Refusal failed(String what) {
        return Refusal.unprocessable(IssueCode.PROCESSING, operation + " failed: " + what + ".", null);
    }
}
