package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;

/** Addresses, as written (R4 search.html, uri). */
final class UriReader implements ValueReader {

    private static final Set<String> TYPES = Set.of("uri", "url", "canonical", "oid", "uuid");

    @Override
    public boolean reads(FhirType type) {
        return TYPES.contains(type.name());
    }

    @Override
    public void read(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        var uri = ValueReader.text(node);
        if (uri != null) {
            values.accept(new UriValue(uri));
        }
    }
}
