package org.parvis.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.springframework.stereotype.Component;

/** What a structure is made of: whoever works in a hospital works with those of its services. */
@Component
class Structures {

    /** A service that opens or closes is noticed this late. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(Set<String> parts, Instant until) {}

    private final StoreClient store;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Structures(FhirEndpoint store, InstantSource clock) {
        this.store = store.as(Caller.system());
        this.clock = clock;
    }

    /** The structure and all parts of it, as `Organization/3`. */
    Set<String> within(String id) {
        Instant now = clock.instant();
        return known.compute(id, (_, before) -> before != null && before.until().isAfter(now) ? before : read(id, now))
                .parts();
    }

    private Known read(String id, Instant now) {
        var parts = new LinkedHashSet<String>();
        Set<String> level = Set.of("Organization/" + id);
        while (!level.isEmpty()) {
            parts.addAll(level);
            var next = new LinkedHashSet<String>();
            for (String whole : level) {
                store.search("Organization?active:not=false&_count=1000&_elements=id&partof=" + whole)
                        .matches()
                        .forEach(part ->
                                next.add("Organization/" + part.path("id").asText()));
            }
            next.removeAll(parts);
            level = next;
        }
        return new Known(Set.copyOf(parts), now.plus(FRESH));
    }
}
