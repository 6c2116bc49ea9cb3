package org.parvis.fhir.store;

import org.jspecify.annotations.Nullable;

/** How rows write what a query must write the same way. */
public final class StoreParams {

    /** Suffix of a reference parameter's code under which the identifiers of its references are kept. */
    public static final String IDENTIFIER = ":identifier";

    /** Stands between the parts of a unit's word. */
    public static final char PART = '\n';

    private StoreParams() {}

    /** A reference within a composite, kept as a code. */
    public static String targetCode(long rid) {
        return "#" + rid;
    }

    /** A unit as one word: system, code and printed unit. */
    public static String unitWord(@Nullable String system, @Nullable String code, @Nullable String unit) {
        return text(system) + PART + text(code) + PART + text(unit);
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : IndexText.cut(part);
    }
}
