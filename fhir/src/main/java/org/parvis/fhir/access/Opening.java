package org.parvis.fhir.access;

import java.util.Set;

/**
 * Which data are open to whom the patient has such a relation with.
 *
 * @param types resource types
 * @param bases what the caller must be to the patient: any of them
 * @param daysAfterwards how long a relation opens data after it has ended
 * @param hidden codes of the security labels whose data stay hidden, whatever the system that a sender gives them
 */
public record Opening(Set<String> types, Set<Basis> bases, int daysAfterwards, Set<String> hidden, Binding binding) {

    public Opening {
        types = Set.copyOf(types);
        bases = Set.copyOf(bases);
        hidden = Set.copyOf(hidden);
    }

    /** Whether data with this label (`system|code`) stay hidden. */
    public boolean hides(String label) {
        return hidden.contains(label.substring(label.lastIndexOf('|') + 1));
    }
}
