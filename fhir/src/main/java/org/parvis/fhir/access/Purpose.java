package org.parvis.fhir.access;

/** What a caller is here for (HL7 v3 ActReason, value set PurposeOfUse). */
public enum Purpose {
    /** The care of a patient by those who treat them. */
    CARE("TREAT"),
    /** Care that cannot wait for the usual rights. */
    EMERGENCY("ETREAT"),
    /** Arranging a patient's care between those who take part in it. */
    COORDINATION("COC"),
    /** Running and steering services; no one's care. */
    STEERING("HOPERAT"),
    RESEARCH("HRESCH"),
    /** Keeping the system at work. */
    SUPPORT("HSYSADMIN"),
    /** The patient's own use, or that of whoever acts for them. */
    PATIENT("PATRQT");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    /** Its code in `http://terminology.hl7.org/CodeSystem/v3-ActReason`. */
    public String code() {
        return code;
    }
}
