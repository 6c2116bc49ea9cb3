package org.parvis.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.parvis.search.PostgresEntries.Match;

/** Which of several matches was most likely meant. */
final class Ranking {

    private Ranking() {}

    /** The most words as they were typed first, then those whose name holds the fewest others. */
    static List<Match> of(List<Match> matches, Wanted wanted) {
        return matches.stream()
                .sorted(Comparator.comparingInt((Match match) -> -asTyped(match, wanted))
                        .thenComparingInt(match -> match.words().size())
                        .thenComparing(Match::id))
                .toList();
    }

    private static int asTyped(Match match, Wanted wanted) {
        var words = new HashSet<>(match.words());
        return (int) wanted.words().stream().filter(words::contains).count();
    }
}
