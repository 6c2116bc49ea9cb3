package org.parvis.fhir.search;

import java.util.Optional;

/** How a parameter is to be understood (R4 search.html, 3.1.1.4.2). */
enum Modifier {
    NONE(""),
    MISSING("missing"),
    EXACT("exact"),
    CONTAINS("contains"),
    TEXT("text"),
    NOT("not"),
    IN("in"),
    NOT_IN("not-in"),
    ABOVE("above"),
    BELOW("below"),
    IDENTIFIER("identifier"),
    OF_TYPE("of-type");

    private final String code;

    Modifier(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Modifier> of(String code) {
        for (Modifier modifier : values()) {
            if (modifier.code.equals(code)) {
                return Optional.of(modifier);
            }
        }
        return Optional.empty();
    }
}
