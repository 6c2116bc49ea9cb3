package org.parvis.fhir.transact;

import java.util.Optional;
import org.parvis.fhir.store.Version;

/**
 * What became of one operation.
 *
 * @param version the version now at the address; empty when a deletion found nothing to delete
 */
public record Done(Kind kind, Optional<Version> version) {

    /** What happened. */
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        DELETED,
        FOUND
    }
}
