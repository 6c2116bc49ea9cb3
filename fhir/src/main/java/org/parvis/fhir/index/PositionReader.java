package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Points on Earth, for {@code near} (R4 location.html). */
final class PositionReader implements ValueReader {

    @Override
    public boolean reads(FhirType type) {
        return type.name().equals("Location.position");
    }

    @Override
    public void read(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        var latitude = node.path("latitude");
        var longitude = node.path("longitude");
        if (latitude.isNumber() && longitude.isNumber()) {
            values.accept(new PositionValue(latitude.doubleValue(), longitude.doubleValue()));
        }
    }
}
