package org.parvis.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.parvis.RunningServer;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** A patient whose data a doctor read, once for care and once in an emergency. */
final class TraceFixtures {

    private TraceFixtures() {}

    static StoreClient store() {
        return RunningServer.bean(FhirEndpoint.class).as(Caller.system());
    }

    static StoreClient doctor(Purpose purpose) {
        return RunningServer.bean(FhirEndpoint.class)
                .as(new Caller(
                        "Dr Anne Durand",
                        Optional.of("Practitioner/trace-durand"),
                        Optional.of("trace-hospital"),
                        purpose,
                        Permit.everything()));
    }

    /** Keeps a patient of this id, and lets the doctor read them. */
    static void readByADoctor(String patient) {
        store().update(resource("""
                {"resourceType":"Patient","id":"%s","name":[{"family":"Roche","given":["Ana"],"use":"official"}],
                 "birthDate":"1961-04-02","gender":"female"}""".formatted(patient)));
        store().update(resource("""
                {"resourceType":"Organization","id":"trace-hospital","name":"Hôpital des Tilleuls"}"""));
        store().update(resource("""
                {"resourceType":"Practitioner","id":"trace-durand","name":[{"family":"Durand","given":["Anne"]}]}"""));
        store().update(resource("""
                {"resourceType":"Task","id":"%1$s-glass","status":"in-progress","intent":"order",
                 "code":{"coding":[{"system":"urn:parvis:access","code":"emergency-access"}]},
                 "description":"Malaise, patiente inconsciente","for":{"reference":"Patient/%1$s"},
                 "requester":{"reference":"Practitioner/trace-durand","display":"Dr Anne Durand"},"authoredOn":"2026-01-01T00:00:00Z"}""".formatted(patient)));
        doctor(Purpose.CARE).read("Patient", patient);
        doctor(Purpose.EMERGENCY).search("Observation?patient=" + patient);
        doctor(Purpose.EMERGENCY).read("Patient", patient);
    }

    static ObjectNode resource(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
