package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.access.Writing;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/**
 * Whether a caller may write what they are about to, by what they are to its patients before. What admissions among it
 * make them be, counts for the rest of it.
 *
 * @param now microseconds since 1970 UTC
 */
record WriteRights(Rights rights, Store store, long now) {

    /**
     * What the caller is to a patient, or was.
     *
     * @param type word of the type of data that it is limited to, or 0
     * @param resource rid of the resource that it is limited to, or 0
     */
    private record Held(Basis basis, int type, long resource, long ends) {

        /** Who may see one thing may answer with new ones, and change that one, but no other. */
        boolean reaches(Recording recording, int itsType, long rid) {
            return (type == 0 || type == itsType) && (resource == 0 || resource == rid || recording.isNew());
        }
    }

    void check(Connection connection, List<Recording> recordings, Map<ResourceKey, Place> places) throws SQLException {
        var patients = recordings.stream()
                .flatMap(recording -> recording.patients(places).stream())
                .collect(Collectors.toSet());
        Map<Long, Set<Held>> held = held(connection, patients);
        var rest = recordings.stream()
                .filter(recording -> !declares(recording, places, held))
                .toList();
        for (Recording recording : rest) {
            if (rights.writings().stream().noneMatch(writing -> allows(writing, recording, places, held))) {
                throw Refusal.of(
                        403,
                        IssueCode.FORBIDDEN,
                        "This caller may not write %s with this content.".formatted(recording.key()),
                        null);
            }
        }
    }

    /** Whether it is an admission that the caller may make; then they are what it says from here on. */
    private boolean declares(Recording recording, Map<ResourceKey, Place> places, Map<Long, Set<Held>> held) {
        if (!recording.isNew()) {
            return false;
        }
        List<Row.Relation> given = recording.changedRelations(places);
        List<Long> callers = own(places);
        boolean bringsPatient = recording.key().type().equals("Patient");
        boolean makesCaller = given.stream().anyMatch(relation -> callers.contains(relation.holder()));
        boolean may = rights.writings().stream()
                .anyMatch(writing -> writing.declaring()
                        && writing.types().contains(recording.key().type())
                        && (bringsPatient || makesCaller)
                        && gives(writing, given));
        if (may) {
            given.stream()
                    .filter(relation -> callers.contains(relation.holder()))
                    .forEach(relation -> held.computeIfAbsent(relation.subject(), _ -> new HashSet<>())
                            .add(new Held(Basis.of(relation.basis()), 0, 0, relation.ends())));
        }
        return may;
    }

    private boolean allows(
            Writing writing, Recording recording, Map<ResourceKey, Place> places, Map<Long, Set<Held>> held) {
        Set<Long> patients = recording.patients(places);
        return writing.types().contains(recording.key().type())
                && patients.isEmpty() == writing.bases().isEmpty()
                && patients.stream()
                        .allMatch(patient -> isHeld(writing, recording, places, held.getOrDefault(patient, Set.of())))
                && gives(writing, recording.changedRelations(places));
    }

    private boolean isHeld(Writing writing, Recording recording, Map<ResourceKey, Place> places, Set<Held> held) {
        int type = store.words().number(Dictionary.Kind.TYPE, recording.key().type());
        long rid = Objects.requireNonNull(places.get(recording.key())).rid();
        long ended = now - Duration.ofDays(writing.daysAfterwards()).toNanos() / 1_000;
        return held.stream()
                .anyMatch(each -> writing.bases().contains(each.basis())
                        && each.ends() > ended
                        && each.reaches(recording, type, rid));
    }

    private static boolean gives(Writing writing, List<Row.Relation> changed) {
        return changed.stream().allMatch(relation -> writing.gives().contains(Basis.of(relation.basis())));
    }

    private List<Long> own(Map<ResourceKey, Place> places) {
        return rights.holders().stream()
                .flatMap(holder -> Stream.ofNullable(places.get(ResourceKey.of(holder))))
                .map(Place::rid)
                .toList();
    }

    private Map<Long, Set<Held>> held(Connection connection, Collection<Long> patients) throws SQLException {
        var holders = store.identities()
                .rids(connection, rights.holders().stream().map(ResourceKey::of).toList());
        var held = new HashMap<Long, Set<Held>>();
        Statements.list(
                connection,
                new Sql(
                        "select subject, basis, type, resource, ends from fhir.relation where subject = any(?)"
                                + " and holder = any(?) and begins <= ?",
                        SqlArray.longs(patients),
                        SqlArray.longs(holders),
                        now),
                row -> held.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                        .add(new Held(Basis.of(row.getInt(2)), row.getInt(3), row.getLong(4), row.getLong(5))));
        return held;
    }
}
