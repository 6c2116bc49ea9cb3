package org.parvis.fhir.export;

/**
 * One export, from the request to the end of its files' life. Instants are microseconds since 1970 UTC, 0 for not yet.
 *
 * @param moment the export holds each resource whose current version was made at this moment or before
 */
record Job(
        String id,
        ExportRequest request,
        JobState state,
        long requestedAt,
        long moment,
        long endedAt,
        long expiresAt,
        String error) {

    boolean isUnfinished() {
        return state == JobState.WAITING || state == JobState.RUNNING;
    }
}
