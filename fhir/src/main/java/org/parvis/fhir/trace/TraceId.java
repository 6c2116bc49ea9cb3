package org.parvis.fhir.trace;

import java.util.Optional;

/**
 * Where an entry stands in the trace, which is also the order of the trace. Its text is the logical id of an AuditEvent.
 *
 * @param moment microseconds since 1970 UTC
 * @param number unlike any other in this database
 */
public record TraceId(long moment, long number) {

    /** Reads the text of an id; empty when it is none. */
    public static Optional<TraceId> parse(String text) {
        int dash = text.indexOf('-');
        try {
            return dash < 1
                    ? Optional.empty()
                    : Optional.of(new TraceId(
                            Long.parseLong(text.substring(0, dash), Character.MAX_RADIX),
                            Long.parseLong(text.substring(dash + 1), Character.MAX_RADIX)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toString(moment, Character.MAX_RADIX) + "-" + Long.toString(number, Character.MAX_RADIX);
    }
}
