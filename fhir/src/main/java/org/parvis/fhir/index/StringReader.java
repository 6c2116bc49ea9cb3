package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Texts: strings themselves, each part of a name or an address (R4 search.html, string). */
final class StringReader implements ValueReader {

    private static final List<String> NAME_PARTS = List.of("text", "family", "given", "prefix", "suffix");
    private static final List<String> ADDRESS_PARTS =
            List.of("text", "line", "city", "district", "state", "postalCode", "country");
    private static final Set<String> SIMPLE = Set.of("string", "markdown", "code", "id", "uri", "url");

    @Override
    public boolean reads(FhirType type) {
        return type.name().equals("HumanName") || type.name().equals("Address") || SIMPLE.contains(type.name());
    }

    @Override
    public void read(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        switch (type.name()) {
            case "HumanName" -> parts(NAME_PARTS, node, values);
            case "Address" -> parts(ADDRESS_PARTS, node, values);
            default -> simple(node, values);
        }
    }

    private static void parts(List<String> names, JsonNode node, Consumer<IndexValue> values) {
        for (String name : names) {
            var part = node.path(name);
            if (part.isArray()) {
                part.forEach(entry -> simple(entry, values));
            } else {
                simple(part, values);
            }
        }
    }

    private static void simple(JsonNode node, Consumer<IndexValue> values) {
        var text = ValueReader.text(node);
        if (text != null) {
            values.accept(new StringValue(text));
        }
    }
}
