package org.parvis.fhir.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One planned change of a ledger. */
sealed interface Step {

    ResourceKey key();

    /** What will stand at the address; empty after a deletion. */
    default Optional<ObjectNode> resourceAfter() {
        return switch (this) {
            case Creation creation -> Optional.of(creation.resource());
            case Replacement replacement -> Optional.of(replacement.resource());
            case Deletion _ -> Optional.empty();
        };
    }

    /**
     * A resource where none is alive.
     *
     * @param number its version, 1 unless one was deleted before
     * @param newIdentity whether the address was never seen before
     */
    record Creation(ResourceKey key, ObjectNode resource, Method method, int owner, int number, boolean newIdentity)
            implements Step {}

    record Replacement(Version before, ObjectNode resource, Method method) implements Step {

        @Override
        public ResourceKey key() {
            return before.key();
        }
    }

    record Deletion(Version before) implements Step {

        @Override
        public ResourceKey key() {
            return before.key();
        }
    }
}
