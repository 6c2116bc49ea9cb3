package org.parvis.fhir.store;

/** A write ended because the search parameters have changed since it began; with the present ones it can be tried again. */
final class Outdated extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The SQL state that fhir.require_definitions ends a statement with. */
    static final String SQL_STATE = "PV001";

    Outdated() {
        super("The search parameters have changed", null, false, false);
    }
}
