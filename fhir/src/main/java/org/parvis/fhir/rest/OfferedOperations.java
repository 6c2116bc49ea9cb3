package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The operations that this server carries out, as its CapabilityStatement lists them. */
final class OfferedOperations {

    private static final String R4 = "http://hl7.org/fhir/OperationDefinition/";
    private static final String BULK_DATA = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/";
    private static final String SYSTEM = "";

    /** @param owner resource type, or empty for the whole system */
    private record Offered(String owner, String name, String definition) {}

    private static final List<Offered> ALL = List.of(
            new Offered("Patient", "everything", R4 + "Patient-everything"),
            new Offered("Patient", "export", BULK_DATA + "patient-export"),
            new Offered("Group", "export", BULK_DATA + "group-export"),
            new Offered(SYSTEM, "export", BULK_DATA + "export"));

    private OfferedOperations() {}

    static void addOfSystem(ObjectNode rest) {
        add(rest, SYSTEM);
    }

    static void addOfType(ObjectNode resource, String type) {
        add(resource, type);
    }

    private static void add(ObjectNode holder, String owner) {
        for (Offered offered : ALL) {
            if (offered.owner().equals(owner)) {
                holder.withArrayProperty("operation")
                        .addObject()
                        .put("name", offered.name())
                        .put("definition", offered.definition());
            }
        }
    }
}
