package org.parvis.fhir.subscription;

import java.time.Instant;
import java.util.Optional;
import org.parvis.fhir.feed.Trouble;
import org.parvis.fhir.store.Change.Position;

/**
 * What a subscription has come to.
 *
 * @param rid number of its Subscription resource
 * @param id logical id of its Subscription resource
 * @param definition version of the resource that says what is asked for
 * @param verified whether the endpoint accepted a handshake for that definition
 * @param matched changes up to here were matched
 * @param events number of the latest event
 * @param received number of the latest event that the endpoint accepted
 * @param contactAt when the endpoint last accepted anything
 */
record Subscriber(
        long rid,
        String id,
        Status status,
        int definition,
        boolean verified,
        Position matched,
        long events,
        long received,
        Optional<Instant> contactAt,
        Optional<Trouble> trouble) {

    int failures() {
        return trouble.map(Trouble::failures).orElse(0);
    }
}
