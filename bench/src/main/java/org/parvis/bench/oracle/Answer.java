package org.parvis.bench.oracle;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What a server answered to a search, over all its pages. */
sealed interface Answer {

    /** Resources found, as "Type/id": matches in the order given, and what was included beside them. */
    record Found(List<String> matches, Set<String> included, OptionalInt total) implements Answer {
        public Found {
            matches = List.copyOf(matches);
            included = Set.copyOf(included);
        }
    }

    /** A refusal with its HTTP status and the first sentence of its reason. */
    record Refused(int status, String reason) implements Answer {}
}
