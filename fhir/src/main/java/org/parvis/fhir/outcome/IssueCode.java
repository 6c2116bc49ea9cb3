package org.parvis.fhir.outcome;

import java.util.Locale;

/** What kind of thing went wrong, in FHIR's words (R4 valueset-issue-type). */
public enum IssueCode {
    INVALID,
    STRUCTURE,
    REQUIRED,
    VALUE,
    INVARIANT,
    SECURITY,
    LOGIN,
    UNKNOWN,
    EXPIRED,
    FORBIDDEN,
    SUPPRESSED,
    PROCESSING,
    NOT_SUPPORTED,
    DUPLICATE,
    MULTIPLE_MATCHES,
    NOT_FOUND,
    DELETED,
    TOO_LONG,
    CODE_INVALID,
    EXTENSION,
    TOO_COSTLY,
    BUSINESS_RULE,
    CONFLICT,
    TRANSIENT,
    LOCK_ERROR,
    NO_STORE,
    EXCEPTION,
    TIMEOUT,
    INCOMPLETE,
    THROTTLED,
    INFORMATIONAL;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The FHIR code, such as {@code not-found}. */
    public String code() {
        return code;
    }
}
