package org.parvis.bench.pages;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody who uses the pages: a doctor, or a patient.
 *
 * @param person the resource that stands for them
 * @param role a doctor's PractitionerRole
 * @param patients whose records they open: those whom they treat, or themselves
 */
record User(String person, Optional<String> role, List<Patient> patients) {

    User {
        patients = List.copyOf(patients);
    }

    /** A patient, by the name that one types. */
    record Patient(String id, String family) {}

    boolean isProfessional() {
        return role.isPresent();
    }

    Patient anyPatient(Random random) {
        return patients.get(random.nextInt(patients.size()));
    }
}
