package org.parvis.fhir.reindex;

import java.time.Duration;

/**
 * How indexing goes about its work.
 *
 * @param batch most resources done in one transaction, during which they cannot be changed
 * @param patience how long rows stay after their parameter has gone, until the last node has noticed
 */
record Pace(int batch, Duration patience) {

    static final Pace USUAL = new Pace(500, Duration.ofSeconds(30));
}
