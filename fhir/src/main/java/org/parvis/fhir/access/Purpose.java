package org.parvis.fhir.access;

import java.util.Arrays;
import java.util.Optional;

/** What a caller is here for (HL7 v3 ActReason, value set PurposeOfUse). */
public enum Purpose {
    /** The care of a patient by those who treat them. */
    CARE(1, "TREAT"),
    /** Care that cannot wait for the usual rights. */
    EMERGENCY(2, "ETREAT"),
    /** Arranging a patient's care between those who take part in it. */
    COORDINATION(3, "COC"),
    /** Running and steering services; no one's care. */
    STEERING(4, "HOPERAT"),
    RESEARCH(5, "HRESCH"),
    /** Keeping the system at work. */
    SUPPORT(6, "HSYSADMIN"),
    /** The patient's own use, or that of whoever acts for them. */
    PATIENT(7, "PATRQT");

    private final int number;
    private final String code;

    Purpose(int number, String code) {
        this.number = number;
        this.code = code;
    }

    /** Its code in `http://terminology.hl7.org/CodeSystem/v3-ActReason`. */
    public String code() {
        return code;
    }

    /** The purpose that rows hold as this number; empty for 0, any. */
    public static Optional<Purpose> of(int number) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.number == number)
                .findFirst();
    }

    /** As kept in rows: never given to another. */
    public int number() {
        return number;
    }
}
