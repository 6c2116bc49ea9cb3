package org.parvis.fhir.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One stored version of a resource, as read.
 *
 * @param updated microseconds since 1970 UTC
 * @param owner word id of the organisation that owns it, 0 for none
 * @param labels word id of its set of security labels, 0 for none
 * @param shared whether it is about several patients
 * @param body JSON with id and meta inside; empty when the version is a deletion
 */
public record Version(
        ResourceKey key,
        Place place,
        int number,
        long updated,
        int owner,
        int labels,
        boolean shared,
        Method method,
        StoredBody body) {

    /** When this version was made. */
    public Instant instant() {
        return Instant.EPOCH.plus(updated, ChronoUnit.MICROS);
    }

    public boolean isDeletion() {
        return method == Method.DELETE;
    }

    /** The exact JSON bytes, without parsing them. */
    public byte[] json() {
        return body.json();
    }
}
