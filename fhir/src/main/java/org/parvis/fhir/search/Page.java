package org.parvis.fhir.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.parvis.fhir.store.Version;

/**
 * One page of a result.
 *
 * @param included resources that includes added, none of them a match of this page
 * @param total how many match in all, when asked for
 * @param next the `_page` value of the following page
 * @param includesCut whether the cap on includes left some out
 */
public record Page(
        Query query,
        List<Version> matches,
        List<Version> included,
        OptionalLong total,
        Optional<String> next,
        boolean includesCut) {

    public Page {
        matches = List.copyOf(matches);
        included = List.copyOf(included);
    }
}
