package org.parvis.fhir.access;

import java.util.Set;

/**
 * What a caller may write, by what they are to the patient before they write.
 *
 * @param types resource types
 * @param bases what the caller must be to each patient whom the resource is about: any of them; empty for data about nobody
 * @param daysAfterwards how long a relation lets write after it has ended
 * @param gives what the resource may make others be to the patient, or be no longer: nobody gives rights that are not theirs
 *     to give, nor takes them away
 * @param declaring whether the resource may itself bring the patient, or make the caller what they must be: an admission
 */
public record Writing(Set<String> types, Set<Basis> bases, int daysAfterwards, Set<Basis> gives, boolean declaring) {

    public Writing {
        types = Set.copyOf(types);
        bases = Set.copyOf(bases);
        gives = Set.copyOf(gives);
    }
}
