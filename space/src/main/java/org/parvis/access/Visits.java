package org.parvis.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.When;
import org.springframework.stereotype.Component;

/** A visit with the patient present: they show a code, and whoever knows it sees their record for that day's work. */
@Component
public class Visits {

    /** As long as a visit takes to begin. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    /** As long as a professional works on what was said. */
    public static final Duration LASTING = Duration.ofHours(8);

    private final SecureRandom random = new SecureRandom();
    private final FhirEndpoint endpoint;
    private final StoreClient store;
    private final Gate gate;
    private final InstantSource clock;

    Visits(FhirEndpoint endpoint, Gate gate, InstantSource clock) {
        this.endpoint = endpoint;
        this.store = endpoint.as(Caller.system());
        this.gate = gate;
        this.clock = clock;
    }

    /** What comes of a code that a professional typed. */
    public sealed interface Answer {
        /** The record of this patient is open to them. */
        record Opened(String patient) implements Answer {}

        /** No such code, or it is over. */
        record Wrong() implements Answer {}

        /** Too many were tried: the next has to wait this long. */
        record Wait(Duration time) implements Answer {}
    }

    /**
     * A code that opens the record of this patient, in two groups to be read aloud.
     *
     * @param visitor the patient, in whose own name it is proposed
     */
    public String offer(Visitor visitor, String patient) {
        var code = SpokenCode.random(random);
        visitor.at(endpoint)
                .create(VisitResources.proposed("Patient/" + patient, new Secret(code.signs()), clock.instant()));
        return code.text();
    }

    /** Whether this visitor may be shown a code by a patient. */
    public boolean mayPresent(Visitor visitor) {
        return visitor.position().isPresent() && visitor.caller().person().isPresent();
    }

    /** A professional types what a patient showed them. */
    public Answer present(Visitor professional, String typed, Origin origin) {
        String person = professional.caller().person().orElseThrow();
        var wait = gate.tryVisit(person, origin);
        if (wait.isPositive()) {
            return new Answer.Wait(wait);
        }
        var now = clock.instant();
        var proposed = waiting(typed, now);
        if (proposed.isEmpty()) {
            return new Answer.Wrong();
        }
        gate.passVisit(person, origin);
        store.update(VisitResources.opened(proposed.get(), professional, now, now.plus(LASTING)));
        String patient = proposed.get().path("patient").path("reference").asText();
        return new Answer.Opened(patient.substring(patient.indexOf('/') + 1));
    }

    private Optional<ObjectNode> waiting(String typed, Instant now) {
        var code = new Secret(SpokenCode.typed(typed).signs());
        return store
                .search("Consent?status=proposed&identifier=%s%%7C%s"
                        .formatted(VisitResources.CODE, VisitResources.value(code)))
                .matches()
                .stream()
                .filter(consent -> When.read(consent.path("dateTime").asText())
                        .filter(made -> made.start().plus(PATIENCE).isAfter(now))
                        .isPresent())
                .findFirst();
    }
}
