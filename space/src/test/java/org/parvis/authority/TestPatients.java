package org.parvis.authority;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parvis.access.GuardedServer;
import org.parvis.access.Worker;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** Patients who have declared somebody as their doctor. */
final class TestPatients {

    private TestPatients() {}

    static StoreClient store() {
        return GuardedServer.part(FhirEndpoint.class).as(Caller.system());
    }

    /** A patient of this doctor's, with one measure: their id. */
    static String of(Worker doctor, String family) {
        var id = keep("""
                {"resourceType": "Patient", "name": [{"family": "%s", "given": ["Ana"]}],
                 "generalPractitioner": [{"reference": "%s"}]}""".formatted(family, doctor.member().account().person().orElseThrow()));
        keep("""
                {"resourceType": "Observation", "status": "final", "code": {"text": "Poids"},
                 "subject": {"reference": "Patient/%s"}}""".formatted(id));
        return id;
    }

    private static String keep(String resource) {
        return store().create((ObjectNode) TestSoftware.json(resource))
                .path("id")
                .asText();
    }
}
