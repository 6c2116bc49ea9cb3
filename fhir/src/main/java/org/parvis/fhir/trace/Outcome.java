package org.parvis.fhir.trace;

/** How an access ended (R4 value set audit-event-outcome). */
public enum Outcome {
    SUCCESS(0),
    /** Refused to this caller, or not there for them. */
    REFUSED(4),
    FAILED(8);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Outcome of(int code) {
        for (Outcome outcome : values()) {
            if (outcome.code == code) {
                return outcome;
            }
        }
        // Received events may also tell of a major failure (12).
        return FAILED;
    }
}
