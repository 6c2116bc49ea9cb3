package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;

/** Pointers to other resources (R4 search.html, reference). */
final class ReferenceReader implements ValueReader {

    private static final Set<String> TYPES = Set.of("Reference", "canonical", "uri", "url", "oid", "uuid");

    @Override
    public boolean reads(FhirType type) {
        return TYPES.contains(type.name());
    }

    @Override
    public void read(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        References.read(node).ifPresent(values);
    }
}
