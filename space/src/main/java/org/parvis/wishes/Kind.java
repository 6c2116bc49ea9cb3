package org.parvis.wishes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.parvis.wishes.Noted.State;

/** A kind of wishes, of which one holds at a time. */
enum Kind {
    PERSON("personne", "RelatedPerson"),
    DIRECTIVES("directives", "DocumentReference"),
    ORGANS("dons", "Consent");

    private final String address;
    private final String type;

    Kind(String address, String type) {
        this.address = address;
        this.type = type;
    }

    static Optional<Kind> at(String address) {
        return Arrays.stream(values())
                .filter(kind -> kind.address.equals(address))
                .findFirst();
    }

    /** The type of its resources. */
    String type() {
        return type;
    }

    /** The same resource in another state. */
    ObjectNode turned(ObjectNode resource, State state, Instant now) {
        switch (this) {
            case PERSON -> TrustedPersonResources.turn(resource, state, now);
            case DIRECTIVES -> DirectivesResources.turn(resource, state);
            case ORGANS -> OrganWordResources.turn(resource, state);
        }
        return resource;
    }
}
