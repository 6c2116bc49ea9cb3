package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the values that one kind of parameter finds in an element (R4 search.html, 3.1.1.4). */
interface ValueReader {

    /** Whether elements of this type have values of this kind. */
    boolean reads(FhirType type);

    /** Passes on each value of the element; nothing when it has none. What is malformed has no value. */
    void read(FhirType type, JsonNode node, Consumer<IndexValue> values);

    /** The same where the element may be of a type that has no values of this kind, as one of several in a choice. */
    default void readIfOfKind(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        if (reads(type)) {
            read(type, node, values);
        }
    }

    /** The text of a member; null when it is absent, empty or not a simple value. */
    static @Nullable String text(JsonNode object, String member) {
        var child = object.get(member);
        return child == null ? null : text(child);
    }

    /** The text of a simple value; null when it is empty or not one. */
    static @Nullable String text(JsonNode simple) {
        if (!simple.isValueNode() || simple.isNull()) {
            return null;
        }
        var text = simple.asText();
        return text.isEmpty() ? null : text;
    }
}
