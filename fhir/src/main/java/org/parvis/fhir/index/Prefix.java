package org.parvis.fhir.index;

import java.util.Locale;
import java.util.Optional;

/** How a date, number or quantity must stand to the value asked (R4 search.html, 3.1.1.4.3). */
public enum Prefix {
    EQ,
    NE,
    GT,
    LT,
    GE,
    LE,
    SA,
    EB,
    AP;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The two letters written before the value. */
    public String code() {
        return code;
    }

    /** The prefix that {@code value} begins with, if it does. */
    static Optional<Prefix> startOf(String value) {
        for (Prefix prefix : values()) {
            if (value.startsWith(prefix.code)) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }
}
