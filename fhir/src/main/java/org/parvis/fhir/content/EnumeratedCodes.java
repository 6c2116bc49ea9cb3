package org.parvis.fhir.content;

import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.EnumFactory;

/** The codes of a required binding that FHIR itself enumerates, such as those of Patient.gender. */
final class EnumeratedCodes {

    private EnumeratedCodes() {}

    static Set<String> of(RuntimeChildPrimitiveEnumerationDatatypeDefinition bound) {
        var codes = (EnumFactory<?>) bound.getInstanceConstructorArguments();
        return Stream.of(bound.getBoundEnumType().getEnumConstants())
                // HAPI adds a constant for "no code", which is not a code.
                .filter(constant -> !constant.name().equals("NULL"))
                .map(constant -> code(codes, constant))
                .collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings("unchecked") // HAPI's factory belongs to the enumeration that is bound beside it.
    private static <E extends Enum<?>> String code(EnumFactory<E> codes, Enum<?> constant) {
        return codes.toCode((E) constant);
    }
}
