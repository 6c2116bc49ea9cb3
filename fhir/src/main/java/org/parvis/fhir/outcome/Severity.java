package org.parvis.fhir.outcome;

import java.util.Locale;

/** How much an issue matters, in FHIR's four words (R4 valueset-issue-severity). */
public enum Severity {
    FATAL,
    ERROR,
    WARNING,
    INFORMATION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The FHIR code, such as {@code error}. */
    public String code() {
        return code;
    }
}
