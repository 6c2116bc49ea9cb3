package org.parvis.bench.oracle;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every divergence with its search and both sides, by kind of search, and the count that a run is judged by. */
final class Report {
    private static final int IDS_SHOWN = 6;

    private final Explanations explanations;
    private final Map<String, List<Divergence>> unexplained = new TreeMap<>();
    private final Map<String, Integer> explained = new LinkedHashMap<>();
    private int asked;
    private int equal;
    private int bothRefused;

    Report(Explanations explanations) {
        this.explanations = explanations;
    }

    void equal(Answer parvis) {
        asked++;
        equal++;
        bothRefused += parvis instanceof Answer.Refused ? 1 : 0;
    }

    void diverging(Divergence divergence) {
        asked++;
        explanations
                .of(divergence)
                .ifPresentOrElse(
                        explanation -> explained.merge(explanation.name(), 1, Integer::sum),
                        () -> unexplained
                                .computeIfAbsent(group(divergence), anew -> new ArrayList<>())
                                .add(divergence));
    }

    private static String group(Divergence divergence) {
        return divergence.aspect() + " | " + divergence.query().kind();
    }

    int unexplained() {
        return unexplained.values().stream().mapToInt(List::size).sum();
    }

    void print(PrintStream out) {
        unexplained.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .forEach(entry -> print(entry.getKey(), entry.getValue(), out));
        explained.forEach((name, count) -> out.printf("explained: %s (%d)%n", name, count));
        var explanationsUsed =
                explained.values().stream().mapToInt(Integer::intValue).sum();
        out.printf("%d of the equal answers are refusals by both%n", bothRefused);
        out.printf(
                "%d queries, %d equal, %d explained, %d unexplained%n", asked, equal, explanationsUsed, unexplained());
    }

    private static void print(String group, List<Divergence> divergences, PrintStream out) {
        out.printf("%n== %s (%d)%n", group, divergences.size());
        for (var divergence : divergences) {
            out.println(divergence.query());
            print("only Parvis", divergence.onlyParvis(), out);
            print("only peer", divergence.onlyPeer(), out);
            if (!divergence.detail().isEmpty()) {
                out.println("    " + divergence.detail());
            }
        }
    }

    private static void print(String side, Set<String> locations, PrintStream out) {
        if (!locations.isEmpty()) {
            var shown = locations.stream().limit(IDS_SHOWN).toList();
            out.printf("    %s (%d): %s%n", side, locations.size(), String.join(" ", shown));
        }
    }
}
