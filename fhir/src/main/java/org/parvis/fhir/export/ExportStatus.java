package org.parvis.fhir.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What the requester of an export is told when they ask how far it is. */
public sealed interface ExportStatus {

    /** It is on its way; the progress is one short line. */
    record Underway(String progress) implements ExportStatus {}

    /** Its files can be fetched until they expire. */
    record Complete(ObjectNode manifest, Instant expires) implements ExportStatus {}

    /** It ended by an error. */
    record Failed(String error) implements ExportStatus {}
}
