package org.parvis.authority;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.parvis.access.GuardedServer;
import org.parvis.access.Worker;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** Patients who have declared somebody as their doctor, and the structures where that doctor works. */
final class TestPatients {

    private static final AtomicInteger NUMBER = new AtomicInteger();

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

    /** The one structure where somebody works: its id. */
    static String structureOf(Worker worker) {
        var role = store().read("PractitionerRole", worker.roles().getFirst()).orElseThrow();
        return role.at("/organization/reference").asText().replace("Organization/", "");
    }

    /** Gives the one structure where somebody works a number that no other has: that number. */
    static String numberedStructure(Worker worker) {
        var finess = String.valueOf(100_000_000 + NUMBER.incrementAndGet());
        var structure = store().read("Organization", structureOf(worker)).orElseThrow();
        structure
                .putArray("identifier")
                .addObject()
                .put("system", "https://finess.esante.gouv.fr")
                .put("value", finess);
        store().update(structure);
        return finess;
    }

    private static String keep(String resource) {
        return store().create((ObjectNode) TestSoftware.json(resource))
                .path("id")
                .asText();
    }
}
