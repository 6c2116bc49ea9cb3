package org.parvis.fhir.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.index.Extraction;
import org.parvis.fhir.store.Dictionary.Kind;

/** A step with the index values of its resource before and after, on its way to the rows of the tables. */
record Recording(Step step, Store store, Taken before, Taken after) {

    static Recording of(Step step, Store store, Extraction extraction) {
        return switch (step) {
            case Step.Creation creation ->
                new Recording(step, store, Taken.NOTHING, Taken.of(step.key(), creation.resource(), extraction, store));
            case Step.Replacement change ->
                new Recording(
                        step,
                        store,
                        Taken.of(step.key(), store.tree(change.before()), extraction, store),
                        Taken.of(step.key(), change.resource(), extraction, store));
            case Step.Deletion deletion ->
                new Recording(
                        step,
                        store,
                        Taken.of(step.key(), store.tree(deletion.before()), extraction, store),
                        Taken.NOTHING);
        };
    }

    ResourceKey key() {
        return step.key();
    }

    /** The resources of this server that it refers to or referred to. */
    Stream<ResourceKey> references() {
        return Stream.concat(before.references(), after.references());
    }

    /** Whether nothing stood at the address. */
    boolean isNew() {
        return step instanceof Step.Creation;
    }

    /** The patients whom it is about or says something about, before and after. */
    Set<Long> patients(Map<ResourceKey, Place> places) {
        Place place = Objects.requireNonNull(places.get(key()), "No place was given to " + key());
        return Stream.of(before, after)
                .flatMap(taken -> Stream.concat(
                        store.subjects().of(place, key().type(), taken.values(), places).all().stream(),
                        taken.rules().stream()
                                .map(rule -> ResourceKey.of(rule.subject()))
                                .filter(places::containsKey)
                                .map(patient -> Objects.requireNonNull(places.get(patient))
                                        .rid())))
                .collect(Collectors.toSet());
    }

    /** The relations that it makes, and those that it ends. */
    List<Row.Relation> changedRelations(Map<ResourceKey, Place> places) {
        Set<Row> former = rows(before, places);
        Set<Row> present = rows(after, places);
        return Stream.concat(former.stream(), present.stream())
                .filter(row -> !(former.contains(row) && present.contains(row)))
                .filter(Row.Relation.class::isInstance)
                .map(Row.Relation.class::cast)
                .toList();
    }

    /** Adds its rows, and answers with the version now at the address. */
    Version addTo(WriteBatch batch, Map<ResourceKey, Place> places, long now) {
        return switch (step) {
            case Step.Creation creation -> create(creation, batch, places, now);
            case Step.Replacement change -> replace(change, batch, places, now);
            case Step.Deletion deletion -> delete(deletion.before(), batch, places, now);
        };
    }

    private Version create(Step.Creation creation, WriteBatch batch, Map<ResourceKey, Place> places, long now) {
        Place place = Objects.requireNonNull(places.get(key()), "No place was given to " + key());
        Subjects.About about = about(place, places);
        Version version = version(
                creation.resource(), creation.method(), creation.number(), creation.owner(), place.rid(), about, now);
        batch.create(version, type(), creation.newIdentity(), rows(after, places));
        if (about.shared()) {
            batch.share(place.rid(), about.several());
        }
        return version;
    }

    private Version replace(Step.Replacement change, WriteBatch batch, Map<ResourceKey, Place> places, long now) {
        Version old = change.before();
        if (isUnchanged(old, change.resource())) {
            return old;
        }
        Subjects.About about = about(old.place(), places);
        Version version = version(
                change.resource(),
                change.method(),
                old.number() + 1,
                old.owner(),
                old.place().rid(),
                about,
                now);
        batch.replace(old, version, type(), rows(before, places), rows(after, places));
        if (about.shared() || old.shared()) {
            batch.share(old.place().rid(), about.several());
        }
        return version;
    }

    private Version delete(Version old, WriteBatch batch, Map<ResourceKey, Place> places, long now) {
        var mark = new Version(
                old.key(),
                old.place(),
                old.number() + 1,
                now,
                old.owner(),
                old.labels(),
                old.shared(),
                Method.DELETE,
                StoredBody.NONE);
        batch.delete(old, mark, type(), rows(before, places));
        return mark;
    }

    private Version version(
            ObjectNode resource, Method method, int number, int owner, long rid, Subjects.About about, long now) {
        return new Version(
                key(),
                new Place(about.patient(), rid),
                number,
                now,
                owner,
                LabelSet.number(resource, store.words()),
                about.shared(),
                method,
                StoredBody.of(store.json(resource, key(), number, now)));
    }

    // The same content again is no new version: its body would differ by number and moment only.
    private boolean isUnchanged(Version old, ObjectNode resource) {
        return Arrays.equals(old.json(), store.json(resource, old.key(), old.number(), old.updated()));
    }

    private Subjects.About about(Place place, Map<ResourceKey, Place> places) {
        return store.subjects().of(place, key().type(), after.values(), places);
    }

    private Set<Row> rows(Taken taken, Map<ResourceKey, Place> places) {
        return store.indexer().rows(taken, places);
    }

    private int type() {
        return store.words().number(Kind.TYPE, key().type());
    }
}
