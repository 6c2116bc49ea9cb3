package org.parvis.fhir.trace;

import java.nio.file.Path;

/**
 * Whether accesses are kept, and where they are written down first.
 *
 * @param kept whether accesses are told in the trace; without, only what the trace costs can be measured
 * @param journal folder on a disk of this machine; servers may share it
 */
public record TraceSettings(boolean kept, Path journal) {

    /** The settings of a server that nobody configured. */
    public static TraceSettings defaults() {
        return new TraceSettings(true, Path.of("data", "trace"));
    }
}
