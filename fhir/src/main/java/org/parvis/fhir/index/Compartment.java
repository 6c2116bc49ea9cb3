package org.parvis.fhir.index;

import java.util.Optional;

/** The five compartments of R4: all that concerns one such resource (R4 compartmentdefinition.html). */
public enum Compartment {
    PATIENT("Patient"),
    ENCOUNTER("Encounter"),
    RELATED_PERSON("RelatedPerson"),
    PRACTITIONER("Practitioner"),
    DEVICE("Device");

    private final String type;

    Compartment(String type) {
        this.type = type;
    }

    /** The resource type that the compartment is about. */
    public String type() {
        return type;
    }

    /** The compartment about this resource type, if there is one. */
    public static Optional<Compartment> of(String type) {
        for (Compartment compartment : values()) {
            if (compartment.type.equals(type)) {
                return Optional.of(compartment);
            }
        }
        return Optional.empty();
    }
}
