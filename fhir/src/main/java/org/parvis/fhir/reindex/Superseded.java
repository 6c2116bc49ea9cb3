package org.parvis.fhir.reindex;

/** A job was changed by others while a piece of it was done; the piece is given up. */
final class Superseded extends RuntimeException {

    private static final long serialVersionUID = 1;

    Superseded() {
        super("The indexing job is no longer what it was", null, false, false);
    }
}
