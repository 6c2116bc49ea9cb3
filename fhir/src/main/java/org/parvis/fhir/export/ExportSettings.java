package org.parvis.fhir.export;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where exports are kept, and how much of the server they may take.
 *
 * @param folder where files are written; servers that share a database share it too
 * @param lifetime how long the files of a complete export can be fetched
 * @param running most exports that run at once
 * @param unfinished most unfinished exports of one requester
 */
public record ExportSettings(Path folder, Duration lifetime, int running, int unfinished) {

    /** The settings of a server that nobody configured. */
    public static ExportSettings defaults() {
        return new ExportSettings(Path.of("data", "exports"), Duration.ofHours(24), 2, 10);
    }
}
