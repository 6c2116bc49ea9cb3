package org.parvis.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.directory.OfferResources;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.index.Folding;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.search.Findings.Group;
import org.springframework.stereotype.Component;

/** One search for everything that has a name: the index proposes, the store decides what the visitor may see. */
@Component
public class Search {

    /** Whoever has to do with more patients is proposed those of the whole region. */
    private static final int ACQUAINTANCES = 2000;

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
        var seeking = new Seeking(
                visitor.at(endpoint),
                entries,
                wanted,
                acquaintances(visitor.caller().permit()),
                resource -> OfferResources.isShown(resource, visitor));
        var groups = new ArrayList<Group>();
        Arrays.stream(Kind.values())
                .map(kind -> new Group(kind.group(), hits(kind, seeking.found(kind))))
                .forEach(groups::add);
        groups.add(new Group("topics", topics(visitor, wanted)));
        return new Findings(typed, true, wanted.isNameAlone(), groups);
    }

    /** The patients to whom they are something, when they are few enough to be named; what they see of them the store decides. */
    private Optional<Set<String>> acquaintances(Permit permit) {
        return permit.patients()
                .or(() -> permit.rights()
                        // Who sees their structure's own data sees patients without a relation.
                        .filter(rights -> rights.structures().isEmpty())
                        .map(Rights::holders)
                        .map(holders -> endpoint.accessFacts().subjects(holders, ACQUAINTANCES + 1)))
                .filter(patients -> patients.size() <= ACQUAINTANCES);
    }

    private static List<Hit> hits(Kind kind, Seeking.Seen seen) {
        var resources = new HitResources(seen.referred());
        return seen.resources().stream()
                .map(resource -> resources.hit(kind, resource))
                .toList();
    }

    private List<Hit> topics(Visitor visitor, Wanted wanted) {
        if (wanted.words().isEmpty()) {
            return List.of();
        }
        return topics.stream()
                .flatMap(one -> one.of(visitor).stream())
                .filter(topic -> holds(topic, wanted.words()))
                .limit(Seeking.SHOWN)
                .map(topic -> new Hit(topic.title(), topic.text(), Optional.of(topic.address())))
                .toList();
    }

    private static boolean holds(Topic topic, List<String> words) {
        var text = " " + String.join(" ", NameWords.written(Folding.fold(topic.title() + " " + topic.text())));
        return words.stream().allMatch(word -> text.contains(" " + word));
    }
}
