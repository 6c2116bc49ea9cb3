package org.parvis.fhir.access;

import java.util.Optional;

/**
 * Whoever sends an operation: a name for the trace, the organisation in which they act, and what they may see.
 *
 * @param organisation logical id of the Organization that owns what this caller writes
 */
public record Caller(String name, Optional<String> organisation, Permit permit) {

    /** The server itself: reindexing, feed consumers, exports already decided. */
    public static Caller system() {
        return new Caller("system", Optional.empty(), Permit.everything());
    }
}
