package org.parvis.fhir.index;

import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.EnumFactory;

/**
 * The systems that bare codes imply: {@code male} of Patient.gender is of
 * {@code http://hl7.org/fhir/administrative-gender} (R4 search.html, token).
 */
final class ImpliedSystems {

    private ImpliedSystems() {}

    /** The system of each code in the list that an element is bound to. */
    static Map<String, String> of(RuntimeChildPrimitiveEnumerationDatatypeDefinition bound) {
        var list = (EnumFactory<?>) bound.getInstanceConstructorArguments();
        Map<String, String> systems = new HashMap<>();
        for (Enum<?> constant : bound.getBoundEnumType().getEnumConstants()) {
            // HAPI adds a constant for "no code", which is not a code.
            if (!constant.name().equals("NULL")) {
                put(systems, list, constant);
            }
        }
        return Map.copyOf(systems);
    }

    @SuppressWarnings("unchecked") // HAPI's factory belongs to the enumeration that is bound beside it.
    private static <E extends Enum<?>> void put(Map<String, String> systems, EnumFactory<E> list, Enum<?> constant) {
        var system = list.toSystem((E) constant);
        if (system != null) {
            systems.put(list.toCode((E) constant), system);
        }
    }
}
