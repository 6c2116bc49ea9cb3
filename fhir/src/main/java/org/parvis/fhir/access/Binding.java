package org.parvis.fhir.access;

/** How far the patient's will binds those to whom data are opened. */
public enum Binding {
    /** Only if the patient has agreed to sharing, and has not refused it to them. */
    AGREEMENT,
    /** Unless the patient has refused. */
    OPPOSITION,
    /** Unless the patient has refused it for emergencies too. */
    EMERGENCY_OPPOSITION,
    /** Unless the patient has refused it to them by name: a refusal to everyone means professionals. */
    REFUSAL_BY_NAME,
    /** Not at all: the patient themselves, and what the caller wrote. */
    NONE;

    /** Whether a rule that applies to a caller counts against data opened so, for this purpose. */
    boolean heeds(Will will, Purpose purpose) {
        boolean forPurpose = will.purpose().map(purpose::equals).orElse(true);
        return switch (this) {
            case AGREEMENT, OPPOSITION -> forPurpose;
            case REFUSAL_BY_NAME -> forPurpose && !will.actor().isEmpty();
            case EMERGENCY_OPPOSITION ->
                will.purpose().filter(Purpose.EMERGENCY::equals).isPresent();
            case NONE -> false;
        };
    }
}
