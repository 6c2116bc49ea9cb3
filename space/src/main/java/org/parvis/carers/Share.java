package org.parvis.carers;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How much of a record a patient opens to a carer; whom it is about comes with each. */
public enum Share {
    APPOINTMENTS("rendez-vous"),
    /** Letters and reports, but no results by themselves. */
    DOCUMENTS("documents"),
    /** All that carers may ever see: nothing that is marked. */
    EVERYTHING("tout");

    private final String address;

    Share(String address) {
        this.address = address;
    }

    /** As it stands in a form. */
    public String address() {
        return address;
    }

    /** The types of data that it opens; none for all. */
    Set<String> types() {
        return switch (this) {
            case APPOINTMENTS -> Set.of("Patient", "Appointment");
            case DOCUMENTS -> Set.of("Patient", "Appointment", "DocumentReference", "Binary");
            case EVERYTHING -> Set.of();
        };
    }

    static Optional<Share> at(String address) {
        return Arrays.stream(values())
                .filter(share -> share.address.equals(address))
                .findFirst();
    }

    static Optional<Share> of(Set<String> types) {
        return Arrays.stream(values())
                .filter(share -> share.types().equals(types))
                .findFirst();
    }
}
