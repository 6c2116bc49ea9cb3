package org.parvis.fhir.transact;

import java.util.List;

/** A unit that was carried out, and what became of each of its operations. */
public record Deed(Unit unit, List<Done> done) {

    public Deed {
        done = List.copyOf(done);
    }
}
