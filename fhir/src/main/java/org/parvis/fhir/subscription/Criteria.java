package org.parvis.fhir.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.fhir.search.Query;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Visibility;

/**
 * Whether changed resources meet a subscription's criteria: a search among them, so that criteria mean exactly what they
 * mean in a search. The version that a change made is asked, and that which a deletion ended, even if there are later
 * ones by now.
 */
final class Criteria {

    private static final int AT_ONCE = 100;

    private final Store store;
    private final Searcher searcher;
    private final Hindsight hindsight;

    Criteria(Store store, Searcher searcher) {
        this.store = store;
        this.searcher = searcher;
        this.hindsight = new Hindsight(store);
    }

    /** The version of a resource that must meet the criteria for a change to be told. */
    private record Subject(ResourceKey key, int version) {

        static Subject of(Change change) {
            return new Subject(
                    change.key(), change.method() == Method.DELETE ? change.version() - 1 : change.version());
        }
    }

    /** The changes that meet the criteria. */
    List<Change> met(Asked wanted, List<Change> changes) {
        if (wanted.what().criteria().isEmpty() || changes.isEmpty()) {
            return changes;
        }
        Set<Subject> subjects = changes.stream().map(Subject::of).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Subject> met = new HashSet<>();
        Set<Subject> current =
                store.database().readConsistently(connection -> current(connection, wanted, changes, subjects, met));
        subjects.removeAll(current);
        met.addAll(former(wanted, subjects));
        return changes.stream()
                .filter(change -> met.contains(Subject.of(change)))
                .toList();
    }

    /** Those subjects that are current; of them, those that meet the criteria are added to `met`. */
    private Set<Subject> current(
            Connection connection, Asked wanted, List<Change> changes, Set<Subject> subjects, Set<Subject> met)
            throws SQLException {
        var places = changes.stream().map(Change::place).distinct().toList();
        Set<Subject> current = store.versions().currents(connection, places).stream()
                .map(version -> new Subject(version.key(), version.number()))
                .filter(subjects::contains)
                .collect(Collectors.toSet());
        var ids = current.stream().map(subject -> subject.key().id()).toList();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            var some = ids.subList(i, Math.min(i + AT_ONCE, ids.size()));
            for (Version version : matches(connection, wanted, some)) {
                met.add(new Subject(version.key(), version.number()));
            }
        }
        return current;
    }

    // Of each resource one former version at a time can stand in for the current one.
    private Set<Subject> former(Asked wanted, Collection<Subject> subjects) {
        Map<ResourceKey, Deque<Subject>> waiting = new HashMap<>();
        subjects.forEach(subject ->
                waiting.computeIfAbsent(subject.key(), _ -> new ArrayDeque<>()).add(subject));
        Set<Subject> met = new HashSet<>();
        while (!waiting.isEmpty()) {
            var round =
                    waiting.values().stream().limit(AT_ONCE).map(Deque::remove).toList();
            waiting.values().removeIf(Deque::isEmpty);
            Set<ResourceKey> found = hindsight.with(
                    versions(round),
                    connection ->
                            matches(
                                            connection,
                                            wanted,
                                            round.stream()
                                                    .map(subject ->
                                                            subject.key().id())
                                                    .toList())
                                    .stream()
                                    .map(Version::key)
                                    .collect(Collectors.toSet()));
            round.stream().filter(subject -> found.contains(subject.key())).forEach(met::add);
        }
        return met;
    }

    private List<Version> versions(List<Subject> subjects) {
        return store.database().read(connection -> {
            var versions = new ArrayList<Version>();
            for (Subject subject : subjects) {
                store.versions()
                        .version(connection, subject.key(), subject.version(), Visibility.everything())
                        .ifPresent(versions::add);
            }
            return versions;
        });
    }

    private List<Version> matches(Connection connection, Asked wanted, List<String> ids) throws SQLException {
        var parameters = new ArrayList<>(wanted.what().criteria());
        parameters.add(new Parameter("_id", String.join(",", ids)));
        Query query = searcher.parse(wanted.what().topic().type(), parameters, Optional.empty(), false);
        var author = wanted.author();
        return searcher.matches(connection, query, author.permit(), author.base(), ids.size());
    }
}
