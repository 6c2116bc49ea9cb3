package org.parvis.fhir.index;

import java.util.Locale;
import java.util.Optional;

/** The kind of a search parameter, which decides how its values are read and compared (R4 search.html, 3.1.1.4). */
public enum ParamKind {
    TOKEN,
    STRING,
    DATE,
    NUMBER,
    QUANTITY,
    REFERENCE,
    URI,
    COMPOSITE,
    SPECIAL;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The code of this kind in the value set search-param-type. */
    public String code() {
        return code;
    }

    /** The kind written {@code code}, if there is one. */
    public static Optional<ParamKind> of(String code) {
        for (ParamKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
