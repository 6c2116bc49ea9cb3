package org.parvis.search;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be found in the store, and among which findings it stands. */
public enum Kind {
    PATIENT("Patient", "patients", ""),
    DOCUMENT("DocumentReference", "documents", "subject author"),
    PROFESSIONAL("Practitioner", "professionals", ""),
    STRUCTURE("Organization", "structures", ""),
    OFFER("HealthcareService", "offers", "organization location"),
    PLACE("Location", "places", "organization");

    private final String type;
    private final String group;
    private final String named;

    /** @param named the search parameters of what it is found by too, and told with */
    Kind(String type, String group, String named) {
        this.type = type;
        this.group = group;
        this.named = named;
    }

    /** The FHIR type of its resources. */
    String type() {
        return type;
    }

    /** The last part of the words that stand above such findings. */
    String group() {
        return group;
    }

    /** The part of a search that asks for what it is found by too, and told with. */
    String including() {
        return named.lines()
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .map(parameter -> "&_include=%s:%s".formatted(type, parameter))
                .collect(Collectors.joining());
    }

    /** Whether it belongs to a patient, and has a day by which it can be found. */
    boolean isOfAPatient() {
        return this == PATIENT || this == DOCUMENT;
    }

    static Kind of(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type));
    }

    static Set<String> types() {
        return Arrays.stream(values()).map(Kind::type).collect(Collectors.toSet());
    }
}
