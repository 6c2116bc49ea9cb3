package org.parvis.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parvis.directory.Referred;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.search.PostgresEntries.Match;

/** One search by one visitor: the index proposes the best of each kind, and the store is asked which of them they may see. */
final class Seeking {

    static final int SHOWN = 8;
    private static final int CANDIDATES = 1000;

    /** How many candidates the store is asked about at once: few first, as most visitors may see the best of them. */
    private static final int[] STEPS = {SHOWN, 92, 400, 500};

    private final StoreClient store;
    private final PostgresEntries entries;
    private final Wanted wanted;
    private final Optional<Set<String>> patients;
    private final Predicate<ObjectNode> shown;
    private @Nullable List<List<String>> spellings;

    /**
     * @param patients the only ones whose data this visitor may see, when they are few enough to be named
     * @param shown whether something that they may read is shown to them here
     */
    Seeking(
            StoreClient store,
            PostgresEntries entries,
            Wanted wanted,
            Optional<Set<String>> patients,
            Predicate<ObjectNode> shown) {
        this.store = store;
        this.entries = entries;
        this.wanted = wanted;
        this.patients = patients;
        this.shown = shown;
    }

    /** What was found of one kind, and what it refers to. */
    record Seen(List<ObjectNode> resources, Referred referred) {}

    Seen found(Kind kind) {
        if (wanted.day().isPresent() && !kind.isOfAPatient()) {
            return new Seen(List.of(), Referred.of(List.of()));
        }
        var whose = kind.isOfAPatient() ? patients : Optional.<Set<String>>empty();
        var looked = new LinkedHashSet<String>();
        var found = new Pile(kind);
        found.add(ranked(entries.exact(kind, wanted, whose, CANDIDATES), looked));
        if (found.isOpen() && !wanted.words().isEmpty() && wanted.numbers().isEmpty()) {
            var spelt = spellings();
            if (spelt.stream().noneMatch(List::isEmpty)) {
                found.add(ranked(entries.like(kind, spelt, wanted, whose, CANDIDATES), looked));
            }
        }
        return found.seen();
    }

    private List<List<String>> spellings() {
        if (spellings == null) {
            spellings = wanted.words().stream().map(entries::spellings).toList();
        }
        return spellings;
    }

    /** The best first, without those that were looked at before. */
    private List<String> ranked(List<Match> matches, Set<String> looked) {
        return Ranking.of(matches, wanted).stream()
                .map(Match::id)
                .filter(looked::add)
                .toList();
    }

    /** What the visitor is shown of one kind, until there is enough of it. */
    private final class Pile {

        private final Kind kind;
        private final List<ObjectNode> resources = new ArrayList<>();
        private final List<ObjectNode> included = new ArrayList<>();

        Pile(Kind kind) {
            this.kind = kind;
        }

        boolean isOpen() {
            return resources.size() < SHOWN;
        }

        Seen seen() {
            return new Seen(List.copyOf(resources), Referred.of(included));
        }

        void add(List<String> ranked) {
            int from = 0;
            for (int step : STEPS) {
                if (from >= ranked.size() || !isOpen()) {
                    return;
                }
                int to = Math.min(ranked.size(), from + step);
                read(ranked.subList(from, to));
                from = to;
            }
        }

        // No more than are shown: the trace tells patients of each resource that the store hands out.
        private void read(List<String> ids) {
            var found = store.search("%s?_id=%s&_count=%d%s"
                    .formatted(kind.type(), String.join(",", ids), SHOWN - resources.size(), kind.including()));
            Map<String, ObjectNode> read = found.matches().stream()
                    .filter(shown)
                    .collect(Collectors.toMap(resource -> resource.path("id").asText(), Function.identity()));
            ids.stream().filter(read::containsKey).map(read::get).forEach(resources::add);
            included.addAll(found.included());
        }
    }
}
