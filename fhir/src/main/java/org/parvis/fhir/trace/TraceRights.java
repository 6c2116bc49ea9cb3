package org.parvis.fhir.trace;

import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.trace.TraceQuery.Criterion;

/**
 * Which entries of the trace a caller may read.
 *
 * @param limit what these entries have in common; absent when all may be read
 */
public record TraceRights(Optional<Criterion> limit) {

    /** A patient reads what was done with their record, a professional what they did, and who may see all, all. */
    public static TraceRights of(Caller caller) {
        if (caller.permit().isEverything()) {
            return new TraceRights(Optional.empty());
        }
        return new TraceRights(Optional.of(caller.permit()
                .patients()
                .<Criterion>map(Criterion.Patients::new)
                .orElseGet(
                        () -> new Criterion.Persons(caller.person().map(Set::of).orElse(Set.of())))));
    }

    /** The part of these entries that may be read. */
    TraceQuery within(TraceQuery query) {
        return limit.map(query::and).orElse(query);
    }
}
