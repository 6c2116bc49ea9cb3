package org.parvis.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.access.Visitor;
import org.parvis.fhir.index.Folding;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.search.PostgresEntries.Match;
import org.springframework.stereotype.Component;

/** One search for everything that has a name: the index proposes, the store decides what the visitor may see. */
@Component
public class Search {

    private static final int SHOWN = 8;
    private static final int CANDIDATES = 1000;

    /** How many candidates the store is asked about at once: few first, as most visitors may see the best of them. */
    private static final int[] STEPS = {SHOWN, 92, 400, 500};

    private final FhirEndpoint endpoint;
    private final PostgresEntries entries;
    private final List<Topics> topics;

    Search(FhirEndpoint endpoint, PostgresEntries entries, List<Topics> topics) {
        this.endpoint = endpoint;
        this.entries = entries;
        this.topics = topics;
    }

    /** What this visitor finds by what they typed. */
    public Findings find(Visitor visitor, String typed) {
        var wanted = Wanted.read(typed);
        if (wanted.isEmpty()) {
            return Findings.none(typed);
        }
        var store = endpoint.as(visitor.caller());
        return new Findings(
                typed,
                true,
                wanted.isNameAlone(),
                found(store, Kind.PATIENT, wanted),
                wanted.born().isPresent() ? List.of() : found(store, Kind.PROFESSIONAL, wanted),
                wanted.born().isPresent() ? List.of() : found(store, Kind.STRUCTURE, wanted),
                topics(visitor, wanted));
    }

    private List<Hit> found(StoreClient store, Kind kind, Wanted wanted) {
        var seen = new LinkedHashSet<String>();
        var shown = new ArrayList<>(
                visible(store, kind, ranked(entries.exact(kind, wanted, CANDIDATES), wanted, seen), SHOWN));
        if (shown.size() < SHOWN
                && !wanted.words().isEmpty()
                && wanted.numbers().isEmpty()) {
            var spellings = wanted.words().stream().map(entries::spellings).toList();
            if (spellings.stream().noneMatch(List::isEmpty)) {
                var like = ranked(entries.like(kind, spellings, wanted, CANDIDATES), wanted, seen);
                shown.addAll(visible(store, kind, like, SHOWN - shown.size()));
            }
        }
        return shown.stream().map(resource -> HitResources.hit(kind, resource)).toList();
    }

    /** The best first, without those that were looked at before. */
    private static List<String> ranked(List<Match> matches, Wanted wanted, Set<String> seen) {
        return Ranking.of(matches, wanted).stream()
                .map(Match::id)
                .filter(seen::add)
                .toList();
    }

    private static List<ObjectNode> visible(StoreClient store, Kind kind, List<String> ranked, int most) {
        var visible = new ArrayList<ObjectNode>();
        int from = 0;
        for (int step : STEPS) {
            if (from >= ranked.size() || visible.size() >= most) {
                break;
            }
            int to = Math.min(ranked.size(), from + step);
            visible.addAll(readable(store, kind, ranked.subList(from, to), most - visible.size()));
            from = to;
        }
        return visible;
    }

    // No more than are shown: the trace tells patients of each resource that the store hands out.
    private static List<ObjectNode> readable(StoreClient store, Kind kind, List<String> ids, int most) {
        Map<String, ObjectNode> read =
                store
                        .search("%s?_id=%s&_count=%d".formatted(kind.type(), String.join(",", ids), most))
                        .matches()
                        .stream()
                        .collect(
                                Collectors.toMap(resource -> resource.path("id").asText(), Function.identity()));
        return ids.stream().filter(read::containsKey).map(read::get).toList();
    }

    private List<Hit> topics(Visitor visitor, Wanted wanted) {
        if (wanted.words().isEmpty()) {
            return List.of();
        }
        return topics.stream()
                .flatMap(one -> one.of(visitor).stream())
                .filter(topic -> holds(topic, wanted.words()))
                .limit(SHOWN)
                .map(topic -> new Hit(topic.title(), topic.text(), Optional.of(topic.address())))
                .toList();
    }

    private static boolean holds(Topic topic, List<String> words) {
        var text = " " + String.join(" ", NameWords.written(Folding.fold(topic.title() + " " + topic.text())));
        return words.stream().allMatch(word -> text.contains(" " + word));
    }
}
