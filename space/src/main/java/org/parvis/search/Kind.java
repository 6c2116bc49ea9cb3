package org.parvis.search;

/** What can be found by its name in the store. */
public enum Kind {
    PATIENT("Patient"),
    PROFESSIONAL("Practitioner"),
    STRUCTURE("Organization");

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    /** The FHIR type of its resources. */
    String type() {
        return type;
    }

    static Kind of(String type) {
        for (var kind : values()) {
            if (kind.type.equals(type)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(type);
    }
}
