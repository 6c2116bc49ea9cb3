package org.parvis.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sites beside each other: a map, and a list that says the same without one.
 *
 * @param from from where the distances are counted
 */
public record Sites(List<Site> all, Optional<Origin> from) {

    /** From where distances are counted, as it is shown: "Cabinet des Lilas". */
    public record Origin(String name, Point at) {}

    /** The nearest first, or by their names when there is nothing to be near to. */
    public Sites {
        Comparator<Site> byName = Comparator.comparing(Site::name);
        all = all.stream()
                .sorted(from.map(origin -> Comparator.comparingDouble(
                                        (Site site) -> origin.at().kilometresTo(site.at()))
                                .thenComparing(byName))
                        .orElse(byName))
                .toList();
    }

    /** How far a site is; empty when there is nothing to count from. */
    public Optional<Double> kilometresTo(Site site) {
        return from.map(origin -> origin.at().kilometresTo(site.at()));
    }
}
