package org.parvis.fhir.access;

import java.util.Optional;
import java.util.Set;

/**
 * What a caller may see, as four independent limits; an absent limit lets everything through.
 *
 * @param patients logical ids of the Patients whose data may be seen; data about nobody stays visible
 * @param organisations logical ids of the Organizations whose data may be seen; data without owner stays visible
 * @param labels security labels (`system|code`) that may be seen; unlabelled data stays visible
 * @param rights what the caller's relations to patients open
 */
public record Permit(
        Optional<Set<String>> patients,
        Optional<Set<String>> organisations,
        Optional<Set<String>> labels,
        Optional<Rights> rights) {

    private static final Permit EVERYTHING =
            new Permit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Permit {
        patients = patients.map(Set::copyOf);
        organisations = organisations.map(Set::copyOf);
        labels = labels.map(Set::copyOf);
    }

    public static Permit everything() {
        return EVERYTHING;
    }

    public static Permit patients(Set<String> ids) {
        return new Permit(Optional.of(ids), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Permit organisations(Set<String> ids) {
        return new Permit(Optional.empty(), Optional.of(ids), Optional.empty(), Optional.empty());
    }

    public static Permit labels(Set<String> systemAndCode) {
        return new Permit(Optional.empty(), Optional.empty(), Optional.of(systemAndCode), Optional.empty());
    }

    public static Permit rights(Rights rights) {
        return new Permit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(rights));
    }

    public boolean isEverything() {
        return equals(EVERYTHING);
    }
}
