package org.parvis.fhir.transact;

import java.util.List;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;

/**
 * Changes that happen together or not at all: one interaction, or one transaction bundle.
 *
 * @param base address of this server, as the caller writes it in absolute references
 */
public record Unit(List<Operation> operations, Caller caller, Origin origin, String base) {

    public Unit {
        operations = List.copyOf(operations);
    }

    /** Whether it may change what resources are searched by. */
    boolean defines() {
        return operations.stream().anyMatch(operation -> operation.type().equals("SearchParameter"));
    }
}
