package org.parvis.fhir.index;

import java.util.Map;

/**
 * The R4 type of an element: {@code Quantity}, {@code dateTime}, {@code Observation.component}.
 *
 * @param systems of a {@code code} taken from a list: the system that each code implies; empty for all else
 */
record FhirType(String name, Map<String, String> systems) {

    static FhirType of(String name) {
        return new FhirType(name, Map.of());
    }
}
