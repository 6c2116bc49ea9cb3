package org.parvis.fhir.transact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.store.Ledger;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Version;

/** One operation of a unit, and what is known of it so far. */
final class Task {

    private final Operation operation;

    /** Null while unknown, and when a conditional deletion matches nothing. */
    private @Nullable ResourceKey key;

    private boolean found;
    private Done.@Nullable Kind kind;

    Task(Operation operation) {
        this.operation = operation;
    }

    Operation operation() {
        return operation;
    }

    Optional<ResourceKey> key() {
        return Optional.ofNullable(key);
    }

    /** The operation aims at this address. */
    void aim(ResourceKey at) {
        key = at;
    }

    /** A conditional creation whose resource is already there. */
    void found(ResourceKey at) {
        key = at;
        found = true;
        kind = Done.Kind.FOUND;
    }

    boolean isFound() {
        return found;
    }

    void planned(Done.Kind what) {
        kind = what;
    }

    /** Whether the resource will be at its address afterwards. */
    boolean bringsResource() {
        return operation instanceof Operation.Create || operation instanceof Operation.Update;
    }

    Optional<String> fullUrl() {
        return switch (operation) {
            case Operation.Create create -> create.fullUrl();
            case Operation.Update update -> update.fullUrl();
            case Operation.Patch _, Operation.Delete _ -> Optional.empty();
        };
    }

    /** The resource that the caller sent, whose references are to be linked. */
    Optional<ObjectNode> sent() {
        return switch (operation) {
            case Operation.Create create -> found ? Optional.empty() : Optional.of(create.resource());
            case Operation.Update update -> Optional.of(update.resource());
            case Operation.Patch _, Operation.Delete _ -> Optional.empty();
        };
    }

    Done done(java.util.Map<ResourceKey, Version> written, Ledger ledger) {
        if (key == null || kind == null) {
            return new Done(Done.Kind.DELETED, Optional.empty());
        }
        Optional<Version> before = ledger.current(key);
        Version after = written.get(key);
        if (after == null) {
            return new Done(kind, before);
        }
        boolean unchanged =
                before.filter(version -> version.number() == after.number()).isPresent();
        return new Done(unchanged ? Done.Kind.UNCHANGED : kind, Optional.of(after));
    }
}
