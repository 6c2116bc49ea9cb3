package org.parvis.fhir.trace;

import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.trace.TraceQuery.Criterion;

/**
 * Which entries of the trace a caller may read.
 *
 * @param limit what these entries have in common; absent when all may be read
 */
public record TraceRights(Optional<Criterion> limit) {

    /**
     * Whoever may see all, and those whose policy opens AuditEvent, read all; a patient and whoever acts for one in law, what
     * was done with that record; a professional what they did.
     */
    public static TraceRights of(Caller caller) {
        Permit permit = caller.permit();
        if (permit.isEverything()
                || permit.rights()
                        .filter(rights -> rights.open().contains(AuditEventResources.TYPE))
                        .isPresent()) {
            return new TraceRights(Optional.empty());
        }
        if (permit.patients().isPresent()) {
            return limitedTo(new Criterion.Patients(permit.patients().get()));
        }
        if (permit.rights().isPresent() && caller.purpose() == Purpose.PATIENT) {
            return limitedTo(new Criterion.Represented(permit.rights().get().holders()));
        }
        return limitedTo(new Criterion.Persons(caller.person().map(Set::of).orElse(Set.of())));
    }

    private static TraceRights limitedTo(Criterion limit) {
        return new TraceRights(Optional.of(limit));
    }

    /** The part of these entries that may be read. */
    TraceQuery within(TraceQuery query) {
        return limit.map(query::and).orElse(query);
    }
}
