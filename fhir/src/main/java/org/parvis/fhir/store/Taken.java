package org.parvis.fhir.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.parvis.fhir.access.AccessRule;
import org.parvis.fhir.access.Relation;
import org.parvis.fhir.access.Will;
import org.parvis.fhir.index.Extraction;
import org.parvis.fhir.index.IndexValue;
import org.parvis.fhir.index.Indexed;
import org.parvis.fhir.index.PairValue;
import org.parvis.fhir.index.ReferenceValue;

/** What is taken from a resource to be kept in rows: the values that find it, and what it says about access. */
record Taken(List<Indexed> values, List<AccessRule> rules) {

    static final Taken NOTHING = new Taken(List.of(), List.of());

    static Taken of(ResourceKey key, ObjectNode resource, Extraction extraction, Store store) {
        return new Taken(extraction.of(resource), store.accessRules().of(key.toString(), resource));
    }

    /** Values of some parameters alone. */
    static Taken values(ObjectNode resource, Extraction extraction) {
        return new Taken(extraction.of(resource), List.of());
    }

    /** The resources of this server that it refers to. */
    Stream<ResourceKey> references() {
        return Stream.concat(
                values.stream().flatMap(indexed -> targets(indexed.value())),
                rules.stream().flatMap(Taken::targets));
    }

    private static Stream<ResourceKey> targets(IndexValue value) {
        return switch (value) {
            case ReferenceValue(var type, var id, var _, var _, var _)
            when type != null && id != null -> Stream.of(new ResourceKey(type, id));
            case PairValue(IndexValue first, IndexValue second) -> Stream.concat(targets(first), targets(second));
            default -> Stream.empty();
        };
    }

    private static Stream<ResourceKey> targets(AccessRule rule) {
        var named = switch (rule) {
            case Relation relation -> Stream.of(relation.subject(), relation.holder(), relation.only());
            case Will will -> Stream.of(will.subject(), will.actor(), will.only());
        };
        return named.filter(reference -> !reference.isEmpty()).map(ResourceKey::of);
    }
}
