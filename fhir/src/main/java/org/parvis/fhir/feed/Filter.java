package org.parvis.fhir.feed;

import java.util.Set;
import org.parvis.fhir.access.Permit;

/**
 * Which changes a reader of the feed is told.
 *
 * @param types resource types; empty for all
 * @param permit what the reader may see, looked up again for each stretch
 */
public record Filter(Set<String> types, Permit permit) {

    public Filter {
        types = Set.copyOf(types);
    }

    /** Tells every change: what the server's own consumers read. */
    public static Filter everything() {
        return new Filter(Set.of(), Permit.everything());
    }

    boolean leavesOut() {
        return !types.isEmpty() || !permit.isEverything();
    }
}
