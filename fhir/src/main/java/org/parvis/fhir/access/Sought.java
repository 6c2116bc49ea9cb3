package org.parvis.fhir.access;

import java.util.Optional;
import java.util.Set;

/**
 * A resource that somebody wants to see, as far as that matters.
 *
 * @param reference such as `Observation/7`
 * @param patients all whom it is about, as `Patient/12`
 * @param owner logical id of the Organization that wrote it
 * @param labels its security labels, as `system|code`
 */
public record Sought(String reference, String type, Set<String> patients, Optional<String> owner, Set<String> labels) {

    public Sought {
        patients = Set.copyOf(patients);
        labels = Set.copyOf(labels);
    }
}
