package org.parvis.fhir.access;

import java.util.Arrays;

/** What somebody is to a patient, for which the patient's data are open to them. */
public enum Basis {
    /** The patient themselves. */
    SELF(1),
    /** Acts for the patient in law: a minor's guardian, whoever holds a mandate (RelatedPerson). */
    GUARDIAN(2),
    /** A relative or friend to whom the patient has opened some of their data (Consent). */
    CARER(3),
    /** The doctor or practice that the patient has declared (Patient.generalPractitioner). */
    TREATING(4),
    /** Takes part in the patient's circle of care (CareTeam). */
    CIRCLE(5),
    /** The structure or professional of an encounter (Encounter). */
    ENCOUNTER(6),
    /** To whom a request, a message, an appointment is addressed: opens it and what it rests on. */
    ADDRESSEE(7),
    /** Wrote or asked it: opens that alone. */
    AUTHOR(8),
    /** Has the patient before them, who showed a code (Consent). */
    VISIT(9),
    /** Has broken the glass, with a reason, for a while (Task). */
    EMERGENCY(10);

    private final int number;

    Basis(int number) {
        this.number = number;
    }

    /** As kept in rows: never given to another. */
    public int number() {
        return number;
    }

    /** The basis that rows hold as this number. */
    public static Basis of(int number) {
        return Arrays.stream(values())
                .filter(basis -> basis.number == number)
                .findFirst()
                .orElseThrow();
    }
}
