package org.parvis.fhir.trace;

import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Purpose;

/** A caller as the trace tells of it, without what it may see; empty texts where there is no person or organisation. */
record Asker(String name, String person, String organisation, Purpose purpose) {

    static Asker of(Caller caller) {
        return new Asker(
                caller.name(), caller.person().orElse(""), caller.organisation().orElse(""), caller.purpose());
    }
}
