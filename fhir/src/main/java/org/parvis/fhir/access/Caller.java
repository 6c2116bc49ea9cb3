package org.parvis.fhir.access;

import java.util.Optional;

/**
 * Whoever sends an operation: who they are for the trace, the organisation in which they act, what for, and what they may
 * see.
 *
 * @param name as others know it
 * @param person the resource that stands for them, such as `Practitioner/12`
 * @param organisation logical id of the Organization that owns what this caller writes
 */
public record Caller(
        String name, Optional<String> person, Optional<String> organisation, Purpose purpose, Permit permit) {

    /** The server itself: reindexing, feed consumers, exports already decided. */
    public static Caller system() {
        return program("system", Optional.empty(), Permit.everything());
    }

    /** A program that keeps the system at work. */
    public static Caller program(String name, Optional<String> organisation, Permit permit) {
        return new Caller(name, Optional.empty(), organisation, Purpose.SUPPORT, permit);
    }
}
