package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Identifiers by their type: system = the type's system, code = {@code type|value} (R4 search.html, :of-type). */
final class IdentifierTypeReader implements ValueReader {

    @Override
    public boolean reads(FhirType type) {
        return type.name().equals("Identifier");
    }

    @Override
    public void read(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        var value = ValueReader.text(node, "value");
        if (value == null) {
            return;
        }
        for (JsonNode coding : node.path("type").path("coding")) {
            var code = ValueReader.text(coding, "code");
            if (code != null) {
                values.accept(TokenValue.of(ValueReader.text(coding, "system"), code + "|" + value));
            }
        }
    }
}
