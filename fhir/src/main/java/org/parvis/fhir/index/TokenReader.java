package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Codes and identifiers (R4 search.html, token). */
final class TokenReader implements ValueReader {

    private static final Set<String> OBJECTS = Set.of("CodeableConcept", "Coding", "Identifier", "ContactPoint");
    private static final Set<String> SIMPLE = Set.of(
            "code",
            "boolean",
            "id",
            "uri",
            "url",
            "oid",
            "uuid",
            "canonical",
            "string",
            "markdown",
            "integer",
            "positiveInt",
            "unsignedInt");

    @Override
    public boolean reads(FhirType type) {
        return OBJECTS.contains(type.name()) || SIMPLE.contains(type.name());
    }

    @Override
    public void read(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        switch (type.name()) {
            case "CodeableConcept" -> concept(node, values);
            case "Coding" -> coding(node, null, values);
            case "Identifier" -> accept(values, identifier(node));
            // A telephone number has no namespace: docs/spec-readings.md, token of a ContactPoint.
            case "ContactPoint" -> simple(null, ValueReader.text(node, "value"), values);
            case "code" -> code(type, ValueReader.text(node), values);
            default -> simple(null, ValueReader.text(node), values);
        }
    }

    /** The token of an Identifier; null when it has neither system nor value nor text. */
    static @Nullable TokenValue identifier(JsonNode identifier) {
        var type = identifier.get("type");
        var text = type == null ? null : ValueReader.text(type, "text");
        return token(ValueReader.text(identifier, "system"), ValueReader.text(identifier, "value"), text, null);
    }

    private static void concept(JsonNode concept, Consumer<IndexValue> values) {
        var text = ValueReader.text(concept, "text");
        var codings = concept.get("coding");
        if (codings == null || codings.isEmpty()) {
            accept(values, token(null, null, text, null));
            return;
        }
        // The concept's text stands with its first coding, so that it is kept once.
        for (JsonNode coding : codings) {
            coding(coding, text, values);
            text = null;
        }
    }

    private static void coding(JsonNode coding, @Nullable String conceptText, Consumer<IndexValue> values) {
        var system = ValueReader.text(coding, "system");
        var code = ValueReader.text(coding, "code");
        accept(values, token(system, code, ValueReader.text(coding, "display"), conceptText));
    }

    private static void code(FhirType type, @Nullable String code, Consumer<IndexValue> values) {
        simple(code == null ? null : type.systems().get(code), code, values);
    }

    private static void simple(@Nullable String system, @Nullable String code, Consumer<IndexValue> values) {
        accept(values, token(system, code, null, null));
    }

    private static void accept(Consumer<IndexValue> values, @Nullable TokenValue token) {
        if (token != null) {
            values.accept(token);
        }
    }

    private static @Nullable TokenValue token(
            @Nullable String system, @Nullable String code, @Nullable String text, @Nullable String otherText) {
        var texts = texts(text, otherText);
        return system == null && code == null && texts.isEmpty() ? null : new TokenValue(system, code, texts);
    }

    private static Set<String> texts(@Nullable String text, @Nullable String otherText) {
        if (text == null) {
            return otherText == null ? Set.of() : Set.of(otherText);
        }
        if (otherText == null || otherText.equals(text)) {
            return Set.of(text);
        }
        Set<String> both = new LinkedHashSet<>();
        both.add(text);
        both.add(otherText);
        return both;
    }
}
