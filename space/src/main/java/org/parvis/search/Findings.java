package org.parvis.search;

import java.util.List;

/**
 * What a search found for this visitor. It never says how much there is that they may not see.
 *
 * @param precisable whether a birth date or a first name could still narrow the search; it depends on what was typed alone
 * @param groups those in which something was found
 */
public record Findings(String typed, boolean asked, boolean precisable, List<Group> groups) {

    public Findings {
        groups = groups.stream().filter(group -> !group.hits().isEmpty()).toList();
    }

    /**
     * Findings of one sort.
     *
     * @param name the last part of the words that stand above them
     */
    public record Group(String name, List<Hit> hits) {

        public Group {
            hits = List.copyOf(hits);
        }
    }

    /** Nothing was looked for yet, or too little was typed. */
    static Findings none(String typed) {
        return new Findings(typed, false, false, List.of());
    }

    /** Those of this sort. */
    List<Hit> of(Kind kind) {
        return groups.stream()
                .filter(group -> group.name().equals(kind.group()))
                .flatMap(group -> group.hits().stream())
                .toList();
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }
}
