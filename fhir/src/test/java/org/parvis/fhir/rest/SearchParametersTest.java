package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.TestPostgres;

/** SearchParameters posted by a client, while indexing is held up by whoever has its lock. */
class SearchParametersTest {

    private static DataSource database;
    private static FhirEndpoint endpoint;
    private static FhirClient client;

    private Connection holder;

    @BeforeAll
    static void open() {
        database = TestPostgres.database();
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), database);
        client = new FhirClient(endpoint, Caller.system());
        client.put("Patient/ana", """
                {"resourceType":"Patient","id":"ana","address":[{"city":"Brest","district":"Finistère"}]}""");
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    @BeforeEach
    void holdIndexingUp() throws SQLException {
        holder = database.getConnection();
        holder.createStatement().execute("select pg_advisory_lock(3298534883328)");
    }

    @AfterEach
    void letIndexingGoOn() throws SQLException {
        holder.close();
    }

    private static String param(String code, String expression) {
        return """
                {"resourceType":"SearchParameter","url":"urn:example:%s","name":"%s","status":"active",
                 "description":"%s","code":"%s","base":["Patient"],"type":"string","expression":"%s"}""".formatted(code, code, code, code, expression);
    }

    private static String searchable() {
        return client.get("metadata")
                .json()
                .at("/rest/0/resource")
                .findValuesAsText("definition")
                .toString();
    }

    /** Asks until the parameter may be searched by. */
    private static FhirClient.Received whenIndexed(String address) {
        var received = client.get(address);
        while (received.status() == 400) {
            Thread.onSpinWait();
            received = client.get(address);
        }
        return received;
    }

    @Test
    @Timeout(60)
    void areSearchableOnceTheyAreIndexed() throws SQLException {
        assertThat(client.post("SearchParameter", param("district", "Patient.address.district"))
                        .status())
                .isEqualTo(201);

        var refused = client.get("Patient?district=finistere");
        var lenient = client.get("Patient?district=finistere", "prefer", "handling=lenient");
        String before = searchable();
        holder.close();
        var found = whenIndexed("Patient?district=finistere");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/issue/0/code").asText()).isEqualTo("not-supported");
        assertThat(refused.json().at("/issue/0/diagnostics").asText())
                .isEqualTo("Patient.district is about to be indexed.");
        assertThat(lenient.text()).contains("The parameter 'district' was ignored.");
        assertThat(before).doesNotContain("urn:example:district");
        assertThat(found.json().path("entry")).hasSize(1);
        assertThat(searchable()).contains("urn:example:district");
    }

    @Test
    void areRefusedWithThePlaceOfTheFault() {
        var refused = client.post("SearchParameter", param("wrong", "Patient.address.("));
        var inBundle = client.post(
                "",
                Resources.transaction(Resources.entry("POST", "SearchParameter", param("wrong", "Patient.birthDate"))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/issue/0/expression/0").asText()).isEqualTo("SearchParameter.expression");
        assertThat(inBundle.status()).isEqualTo(422);
        assertThat(inBundle.json().at("/issue/0/expression/0").asText())
                .isEqualTo("Bundle.entry[0].resource.expression");
        assertThat(client.get("SearchParameter?url=urn:example:wrong").json().path("entry"))
                .isEmpty();
    }
}
