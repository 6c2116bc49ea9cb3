package org.parvis.fhir.subscription;

import java.util.Locale;

/** Where a subscription stands (R4 valueset-subscription-status). */
public enum Status {
    /** Its endpoint has not yet accepted a handshake. */
    REQUESTED,
    /** Its endpoint takes what it is sent. */
    ACTIVE,
    /** Its endpoint does not take what it is sent, or what was asked for cannot be given. */
    ERROR,
    /** It is over. */
    OFF;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
