package org.parvis.fhir.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.fhir.access.AccessRule;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Relation;
import org.parvis.fhir.access.Will;
import org.parvis.fhir.store.Dictionary.Kind;

/** Turns what a resource says about access into rows. Whoever and whatever is not here has no part in it. */
final class AccessRows {

    private static final Optional<Long> ANY = Optional.of(0L);

    private final Dictionary words;

    AccessRows(Dictionary words) {
        this.words = words;
    }

    /** Rows of these rules. */
    List<Row> of(List<AccessRule> rules, Map<ResourceKey, Place> places) {
        return rules.stream().flatMap(rule -> row(rule, places)).toList();
    }

    private Stream<Row> row(AccessRule rule, Map<ResourceKey, Place> places) {
        return switch (rule) {
            case Relation relation -> relation(relation, places);
            case Will will -> will(will, places);
        };
    }

    private Stream<Row> relation(Relation relation, Map<ResourceKey, Place> places) {
        Optional<Long> subject = rid(relation.subject(), places);
        Optional<Long> holder = rid(relation.holder(), places);
        Optional<Long> only = rid(relation.only(), places);
        if (relation.holder().isEmpty() || subject.isEmpty() || holder.isEmpty() || only.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new Row.Relation(
                subject.get(),
                holder.get(),
                relation.basis().number(),
                word(Kind.TYPE, relation.type()),
                only.get(),
                relation.during().lowMicros(),
                relation.during().highMicros()));
    }

    private Stream<Row> will(Will will, Map<ResourceKey, Place> places) {
        Optional<Long> subject = rid(will.subject(), places);
        Optional<Long> actor = rid(will.actor(), places);
        Optional<Long> only = rid(will.only(), places);
        if (subject.isEmpty() || actor.isEmpty() || only.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new Row.Will(
                subject.get(),
                will.depth(),
                will.denies(),
                actor.get(),
                will.purpose().map(Purpose::number).orElse(0),
                word(Kind.TYPE, will.type()),
                word(Kind.LABEL, will.label()),
                only.get(),
                will.during().lowMicros(),
                will.during().highMicros()));
    }

    private static Optional<Long> rid(String reference, Map<ResourceKey, Place> places) {
        return reference.isEmpty()
                ? ANY
                : Optional.ofNullable(places.get(ResourceKey.of(reference))).map(Place::rid);
    }

    private int word(Kind kind, String text) {
        return text.isEmpty() ? 0 : words.number(kind, text);
    }
}
