package org.parvis.fhir.export;

import java.time.Instant;
import java.util.Optional;

/**
 * An export as those who look after the server see it.
 *
 * @param address the request
 * @param progress what is being done, one short line; empty once nothing is
 * @param percent of all resources, how many per cent are written
 * @param resources how many are written so far
 * @param bytes size of all files so far
 * @param moment the transaction time, once it is decided
 * @param expires when the files go, once they are complete
 * @param error why it failed; empty when it did not
 */
public record ExportOverview(
        String id,
        String requester,
        Instant requestedAt,
        String address,
        JobState state,
        String progress,
        int percent,
        long resources,
        long bytes,
        Optional<Instant> moment,
        Optional<Instant> endedAt,
        Optional<Instant> expires,
        String error) {}
