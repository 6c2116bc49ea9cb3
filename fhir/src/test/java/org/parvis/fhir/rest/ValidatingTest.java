package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.TestPostgres;
import org.parvis.fhir.validation.ValidationMode;
import org.parvis.fhir.validation.ValidationSettings;

/** `$validate`, and profiles that writes are held to. */
class ValidatingTest {

    /** Breaks R4's invariant obs-6: a value and the reason why there is none. */
    private static final String CONTRADICTORY = """
            {"resourceType":"Observation","status":"final","code":{"text":"Taille"},"valueString":"1,70 m",
             "dataAbsentReason":{"text":"non mesurée"}}""";

    /** Breaks R4's invariant pat-1: a contact whom nobody can reach. */
    private static final String UNREACHABLE = """
            {"resourceType":"Patient","contact":[{"gender":"female"}]}""";

    private static FhirEndpoint endpoint;
    private static FhirClient client;

    @BeforeAll
    static void open() {
        var settings = FhirSettings.defaults()
                .with(new ValidationSettings(
                        Optional.empty(),
                        Map.of("Observation", ValidationMode.ENFORCE, "Patient", ValidationMode.WARN)));
        endpoint = FhirEndpoint.open(settings, TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    @Test
    void tellsBrokenInvariantsWithoutStoring() {
        var told = client.post("Observation/$validate", CONTRADICTORY);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.text()).contains("obs-6");
        assertThat(client.get("Observation?_summary=count").json().path("total").asInt())
                .isZero();
    }

    @Test
    void readsTheResourceOutOfParameters() {
        var told = client.post("Observation/$validate", """
                {"resourceType":"Parameters","parameter":[{"name":"resource","resource":%s}]}""".formatted(CONTRADICTORY));

        assertThat(told.text()).contains("obs-6");
    }

    @Test
    void tellsBrokenStructure() {
        var told = client.post("Patient/$validate", "{\"resourceType\":\"Patient\",\"colour\":\"blue\"}");

        assertThat(told.json().at("/issue/0/expression/0").asText()).isEqualTo("Patient.colour");
    }

    @Test
    void refusesWritesOfAnEnforcedType() {
        var refused = client.post("Observation", CONTRADICTORY);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("obs-6");
    }

    @Test
    void warnsOfWhatItLetsThrough() {
        var told = client.post("Patient", UNREACHABLE, "prefer", "return=OperationOutcome");

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.json().findValuesAsText("severity")).containsOnlyOnce("warning");
        assertThat(told.text()).contains("pat-1");
    }

    @Test
    void warnsWithinTheEntryOfABundle() {
        var told = client.post("", """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":%s,"request":{"method":"POST","url":"Patient"}},
                 {"resource":{"resourceType":"Basic","code":{"text":"Note"}},"request":{"method":"POST","url":"Basic"}}]}""".formatted(UNREACHABLE));

        assertThat(told.json().at("/entry/0/response/outcome").toString()).contains("pat-1");
        assertThat(told.json().at("/entry/1/response").has("outcome")).isFalse();
    }
}
