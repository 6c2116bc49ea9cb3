package org.parvis.records;

import java.util.Arrays;
import java.util.Optional;

/** A kind of things that happen to a patient, by which the timeline is filtered. */
public enum Chapter {
    ENCOUNTER("sejours", "Encounter", "date"),
    DOCUMENT("documents", "DocumentReference", "date"),
    REPORT("comptes-rendus", "DiagnosticReport", "date"),
    PROCEDURE("actes", "Procedure", "date"),
    PRESCRIPTION("prescriptions", "MedicationRequest", "authoredon"),
    IMMUNIZATION("vaccins", "Immunization", "date");

    private final String name;
    private final String type;
    private final String dated;

    Chapter(String name, String type, String dated) {
        this.name = name;
        this.type = type;
        this.dated = dated;
    }

    /** As it stands in an address. */
    public String address() {
        return name;
    }

    /** The type of its resources. */
    String type() {
        return type;
    }

    /** The search parameter of their date. */
    String dated() {
        return dated;
    }

    static Optional<Chapter> named(String name) {
        return Arrays.stream(values())
                .filter(chapter -> chapter.name.equals(name))
                .findFirst();
    }
}
