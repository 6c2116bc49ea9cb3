package org.parvis.fhir.subscription;

import java.time.Instant;
import java.util.Optional;
import org.parvis.fhir.feed.Trouble;

/**
 * What one subscriber has and has not received, for whoever looks after the server.
 *
 * @param id logical id of its Subscription
 * @param topic canonical of what it is told
 * @param endpoint address that it is told at
 * @param events number of its latest event
 * @param received number of the latest event that it accepted
 * @param contactAt when it last accepted anything
 * @param trouble why it receives nothing now, and when it is tried again
 */
public record SubscriberState(
        String id,
        String topic,
        String endpoint,
        Status status,
        long events,
        long received,
        Optional<Instant> contactAt,
        Optional<Trouble> trouble) {

    /** How many events it has not received yet. */
    public long waiting() {
        return events - received;
    }
}
