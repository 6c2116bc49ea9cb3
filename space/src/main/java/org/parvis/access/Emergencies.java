package org.parvis.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.AccessCodes;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.springframework.stereotype.Component;

/** Breaking the glass: a record opened for an emergency, with a reason, for a while; told to the patient, and reviewed. */
@Component
public class Emergencies {

    /** Long enough for one shift at one bedside; a longer need has other titles of access. */
    public static final Duration LASTING = Duration.ofHours(4);

    private final StoreClient store;
    private final Policies policies;
    private final InstantSource clock;

    Emergencies(FhirEndpoint endpoint, Policies policies, InstantSource clock) {
        this.store = endpoint.as(Caller.system());
        this.policies = policies;
        this.clock = clock;
    }

    /** Whether this visitor may break the glass at all. */
    public boolean mayOpen(Visitor visitor) {
        return !visitor.bound()
                && visitor.caller().person().isPresent()
                && visitor.position()
                        .flatMap(position -> policies.of(position.family()))
                        .filter(policy -> policy.purposes().contains(Purpose.EMERGENCY))
                        .isPresent();
    }

    /**
     * Opens a patient's record to this visitor.
     *
     * @param reason in their own words
     * @return empty when there is no such patient
     */
    public Optional<EmergencyAccess> open(Visitor visitor, String patient, String reason) {
        if (!mayOpen(visitor)) {
            throw new IllegalStateException("%s may not break the glass".formatted(visitor.name()));
        }
        if (store.read("Patient", patient).isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var task = EmergencyResources.task(patient, visitor, reason, now, now.plus(LASTING));
        return EmergencyResources.access(store.create(task));
    }

    /** What this visitor has broken the glass for on this patient, and is not over. */
    public Optional<EmergencyAccess> current(Visitor visitor, String patient) {
        if (!mayOpen(visitor)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var found = store.search("Task?code=%s%%7C%s&patient=%s&requester=%s&_sort=-authored-on&_count=5"
                .formatted(
                        AccessCodes.SYSTEM,
                        AccessCodes.EMERGENCY,
                        patient,
                        visitor.caller().person().orElseThrow()));
        return found.matches().stream()
                .flatMap(task -> EmergencyResources.access(task).stream())
                .filter(access -> access.until().isAfter(now))
                .findFirst();
    }

    /** The visitor as they look at this patient: for an emergency, while the glass is broken. */
    public Visitor about(Visitor visitor, String patient) {
        return current(visitor, patient).isPresent() ? inEmergency(visitor) : visitor;
    }

    private Visitor inEmergency(Visitor visitor) {
        Caller caller = visitor.caller();
        var policy = policies.of(visitor.position().orElseThrow().family()).orElseThrow();
        var holders = caller.permit().rights().orElseThrow().holders();
        var structures = caller.organisation().map(Set::of).orElse(Set.of());
        var rights = policy.rights(holders, structures, Purpose.EMERGENCY);
        return visitor.as(new Caller(
                caller.name(), caller.person(), caller.organisation(), Purpose.EMERGENCY, Permit.rights(rights)));
    }
}
