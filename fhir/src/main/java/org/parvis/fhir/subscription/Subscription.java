package org.parvis.fhir.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.search.Query.Parameter;

/**
 * What a subscriber asks for.
 *
 * @param criteria search parameters that the changed resource must match; empty for all
 * @param end when the subscription is over
 */
record Subscription(Topic topic, List<Parameter> criteria, Channel channel, Optional<Instant> end) {

    Subscription {
        criteria = List.copyOf(criteria);
    }

    boolean isOver(Instant now) {
        return end.filter(moment -> !moment.isAfter(now)).isPresent();
    }
}
