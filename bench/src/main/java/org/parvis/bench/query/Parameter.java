package org.parvis.bench.query;

import java.util.List;
import java.util.Set;

/** A search parameter of one resource type, as R4 defines it. */
record Parameter(String type, String code, Kind kind, String expression, Set<String> targets, List<Part> parts) {

    /** The kinds of R4 search.html#ptypes. */
    enum Kind {
        NUMBER,
        DATE,
        STRING,
        TOKEN,
        REFERENCE,
        COMPOSITE,
        QUANTITY,
        URI,
        SPECIAL
    }

    /** One half of a composite: an expression below the element that the composite starts from, and its kind. */
    record Part(String expression, Kind kind) {}

    Parameter {
        targets = Set.copyOf(targets);
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return type + "." + code;
    }
}
