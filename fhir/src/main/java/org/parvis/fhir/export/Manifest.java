package org.parvis.fhir.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.parvis.fhir.export.ExportFile.Kind;

/** What a complete export consists of, as its requester is told (Bulk Data Access STU2, response - complete status). */
record Manifest(Job job, List<ExportFile> files, FileLinks links, String base) {

    ObjectNode json() {
        var manifest = JsonNodeFactory.instance
                .objectNode()
                .put("transactionTime", instant(job.moment()).toString())
                .put("request", job.request().address())
                .put("requiresAccessToken", false);
        addFiles(manifest.putArray("output"), Kind.RESOURCES);
        addFiles(manifest.putArray("deleted"), Kind.DELETIONS);
        addFiles(manifest.putArray("error"), Kind.REMARKS);
        return manifest;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private void addFiles(ArrayNode items, Kind kind) {
        long expires = instant(job.expiresAt()).getEpochSecond();
        for (ExportFile file : files) {
            if (file.kind() == kind && file.resources() > 0) {
                items.addObject()
                        .put("type", file.shownType())
                        .put("url", base + "/" + links.address(job.id(), file.name(), expires))
                        .put("count", file.resources());
            }
        }
    }
}
