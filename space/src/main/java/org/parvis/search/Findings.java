package org.parvis.search;

import java.util.List;

/**
 * What a search found for this visitor. It never says how much there is that they may not see.
 *
 * @param precisable whether a birth date or a first name could still narrow the search; it depends on what was typed alone
 */
public record Findings(
        String typed,
        boolean asked,
        boolean precisable,
        List<Hit> patients,
        List<Hit> professionals,
        List<Hit> structures,
        List<Hit> topics) {

    public Findings {
        patients = List.copyOf(patients);
        professionals = List.copyOf(professionals);
        structures = List.copyOf(structures);
        topics = List.copyOf(topics);
    }

    /** Nothing was looked for yet, or too little was typed. */
    static Findings none(String typed) {
        return new Findings(typed, false, false, List.of(), List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return patients.isEmpty() && professionals.isEmpty() && structures.isEmpty() && topics.isEmpty();
    }
}
