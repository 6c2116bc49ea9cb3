package org.parvis.fhir.index;

import java.util.List;

/** Known faults of R4's own search parameter definitions, put right (docs/spec-readings.md, search parameters). */
final class StandardCorrections {

    private static final String BASE = "http://hl7.org/fhir/SearchParameter/";

    private StandardCorrections() {}

    static Definition apply(Definition definition) {
        return switch (definition.url()) {
            case BASE + "DocumentReference-relationship" ->
                withHalves(
                        definition,
                        List.of(
                                new Definition.Half(BASE + "DocumentReference-relation", "code"),
                                new Definition.Half(BASE + "DocumentReference-relatesto", "target")));
            case BASE + "Observation-code-value-date" ->
                withHalves(
                        definition,
                        List.of(
                                definition.components().getFirst(),
                                new Definition.Half(
                                        BASE + "Observation-value-date", "value.as(dateTime) | value.as(Period)")));
            case BASE + "CapabilityStatement-fhirversion" ->
                withExpression(definition, "CapabilityStatement.fhirVersion");
            default -> definition;
        };
    }

    private static Definition withExpression(Definition faulty, String expression) {
        return new Definition(
                faulty.url(),
                faulty.code(),
                faulty.bases(),
                faulty.kind(),
                expression,
                faulty.targets(),
                faulty.components());
    }

    private static Definition withHalves(Definition faulty, List<Definition.Half> halves) {
        return new Definition(
                faulty.url(),
                faulty.code(),
                faulty.bases(),
                faulty.kind(),
                faulty.expression(),
                faulty.targets(),
                halves);
    }
}
