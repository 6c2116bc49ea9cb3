package org.parvis.fhir.reindex;

import java.time.Duration;

/**
 * How indexing goes about its work.
 *
 * @param resources most that are done in one piece, during which they cannot be changed
 * @param bytes most that their stored bodies may take together, but for a single one
 * @param patience how long rows stay after their parameter has gone, until the last node has noticed
 */
record Pace(int resources, long bytes, Duration patience) {

    static final Pace USUAL = new Pace(500, 4_000_000, Duration.ofSeconds(30));
}
