package org.parvis.fhir.content;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which part of a resource {@code _summary} asks for (R4 search.html#summary). */
public enum SummaryMode {
    TRUE,
    TEXT,
    DATA,
    COUNT,
    FALSE;

    /** The mode that a request names, if there is one of that name. */
    public static Optional<SummaryMode> named(String code) {
        return Stream.of(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }

    /** The word of the request, such as {@code true}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
