package org.parvis.fhir.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The JSON of a resource as kept: its type, id and meta first, with the version that this store gives. */
final class Bodies {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Bodies() {}

    /** @param updated microseconds since 1970 UTC */
    static ObjectNode of(ObjectNode resource, ResourceKey key, int version, long updated) {
        var body = resource.objectNode();
        body.put("resourceType", key.type()).put("id", key.id());
        var meta = body.putObject("meta");
        meta.put("versionId", String.valueOf(version)).put("lastUpdated", instant(updated));
        if (resource.get("meta") instanceof ObjectNode given) {
            given.properties().forEach(entry -> meta.putIfAbsent(entry.getKey(), entry.getValue()));
        }
        resource.properties().forEach(entry -> body.putIfAbsent(entry.getKey(), entry.getValue()));
        return body;
    }

    static String instant(long micros) {
        return INSTANT.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
