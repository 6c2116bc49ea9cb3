package org.parvis.fhir.subscription;

import java.util.Optional;

/** What can be subscribed to: the creations, updates and deletions of all resources of one type. */
public record Topic(String type) {

    private static final String PREFIX = "urn:parvis:topic:";

    /** The topic behind a canonical; its type may be none. */
    static Optional<Topic> of(String canonical) {
        return canonical.startsWith(PREFIX)
                ? Optional.of(new Topic(canonical.substring(PREFIX.length())))
                : Optional.empty();
    }

    /** The name by which a Subscription asks for it: `urn:parvis:topic:Observation`. */
    public String canonical() {
        return PREFIX + type;
    }
}
