package org.parvis.fhir.access;

/** The codes by which Parvis knows resources that grant access. */
public final class AccessCodes {

    public static final String SYSTEM = "urn:parvis:access";

    /** Category of a Consent: the patient is here, and has shown a code. */
    public static final String VISIT = "visit";

    /** Category of a Consent: the patient opens data to a RelatedPerson. */
    public static final String DELEGATION = "delegation";

    /** Category of a Consent: what the patient wants of the sharing of their record. */
    public static final String SHARING = "sharing";

    /** Code of a Task: somebody has broken the glass; it is done when it was reviewed. */
    public static final String EMERGENCY = "emergency-access";

    private AccessCodes() {}
}
