package org.parvis.fhir.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.store.ResourceKey;

/**
 * One entry of the trace, as read.
 *
 * @param name of the caller, as others know it
 * @param person the resource that stands for the caller, such as `Practitioner/12`
 * @param organisation logical id of the Organization for which it was done
 * @param type what kind of resource was asked for; empty for several or none
 * @param version of the resource, when there is a single one; else 0
 * @param patients logical ids of the Patients whom it was about
 * @param resources what was shown or made, as far as it can still be named
 * @param detail the query, the operation or the motive
 * @param received the JSON of the AuditEvent that another system sent, without its id
 */
public record Traced(
        TraceId id,
        String name,
        Optional<String> person,
        Optional<String> organisation,
        Purpose purpose,
        Origin origin,
        Action action,
        Outcome outcome,
        String type,
        int version,
        List<String> patients,
        List<ResourceKey> resources,
        String detail,
        Optional<String> received) {

    public Traced {
        patients = List.copyOf(patients);
        resources = List.copyOf(resources);
    }

    /** The same entry about these patients and resources. */
    Traced about(List<String> people, List<ResourceKey> things) {
        return new Traced(
                id,
                name,
                person,
                organisation,
                purpose,
                origin,
                action,
                outcome,
                type,
                version,
                people,
                things,
                detail,
                received);
    }

    /** The same entry for whoever may not know all of it. */
    Traced withoutDetail() {
        return new Traced(
                id,
                name,
                person,
                organisation,
                purpose,
                origin,
                action,
                outcome,
                type,
                version,
                patients,
                resources,
                "",
                Optional.empty());
    }

    public Instant moment() {
        return Instant.EPOCH.plus(id.moment(), ChronoUnit.MICROS);
    }
}
