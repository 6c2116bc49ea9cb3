package org.parvis.fhir.index;

/** The five compartments of R4: all that concerns one such resource (compartmentdefinition.html). */
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
}
