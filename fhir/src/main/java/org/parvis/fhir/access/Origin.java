package org.parvis.fhir.access;

import java.util.Optional;

/**
 * Where a request comes from, for the trace.
 *
 * @param address the network address of whoever sent it
 * @param session the session, or the client program, in whose name it was sent
 */
public record Origin(Optional<String> address, Optional<String> session) {

    private static final Origin HERE = new Origin(Optional.empty(), Optional.empty());

    /** This process. */
    public static Origin here() {
        return HERE;
    }

    /** A program at this network address. */
    public static Origin at(String address) {
        return new Origin(Optional.of(address), Optional.empty());
    }
}
