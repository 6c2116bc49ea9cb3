package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.rest.Resources.bundle;
import static org.parvis.fhir.rest.Resources.entry;
import static org.parvis.fhir.rest.Resources.patient;
import static org.parvis.fhir.rest.Resources.transaction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.TestPostgres;

/** Batch and transaction: R4 http.html, 3.1.0.11. */
class BundlesTest {

    private static final String PATIENT_URN = "urn:uuid:0b1f1a53-0000-4000-8000-000000000001";

    private static FhirEndpoint endpoint;
    private static FhirClient client;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    @Nested
    class Transactions {
        @Test
        void linkEntriesToEachOther() {
            String height = Resources.height("x", "X", "2024-01-01", "1.7", "m").replace("Patient/X", PATIENT_URN);

            var done = client.post(
                    "",
                    transaction(
                            entry("urn:uuid:0b1f1a53-0000-4000-8000-000000000002", "POST", "Observation", height),
                            entry(PATIENT_URN, "POST", "Patient", patient("linked", "Petit"))));

            assertThat(done.status()).isEqualTo(200);
            assertThat(client.get("Observation?patient.identifier=linked&_summary=count")
                            .json()
                            .path("total")
                            .asInt())
                    .isOne();
        }

        @ParameterizedTest
        @CsvSource({"by-oid, urn:oid:1.2.250.1.71", "by-url, http://hopital.test/ipp"})
        void matchConditionalReferences(String id, String system) {
            client.put("Patient/" + id, patient(id, "Petit").replace("urn:oid:1.2.250.1.71", system));
            String height = Resources.height("x", "X", "2024-01-01", "1.7", "m")
                    .replace("Patient/X", "Patient?identifier=" + system + "|" + id);

            var done = client.post("", transaction(entry("POST", "Observation", height)));

            assertThat(done.status()).isEqualTo(200);
            assertThat(client.get("Observation?subject=Patient/" + id)
                            .json()
                            .at("/entry/0/resource/subject/reference")
                            .asText())
                    .isEqualTo("Patient/" + id);
        }

        @Test
        void tellARefusedReadInItsEntry() {
            var done = client.post(
                    "",
                    transaction(
                            entry("PUT", "Patient/stands", patient("stands", "Petit")),
                            "{\"request\":{\"method\":\"GET\",\"url\":\"Patient/never-here\"}}"));

            assertThat(done.status()).isEqualTo(200);
            assertThat(done.json().at("/entry/0/response/status").asText()).isEqualTo("201");
            assertThat(done.json().at("/entry/1/response/status").asText()).isEqualTo("404");
            assertThat(client.get("Patient/stands").status()).isEqualTo(200);
        }

        @Test
        void changeNothingWhenOneEntryIsRefused() {
            var refused = client.post(
                    "",
                    transaction(
                            entry("PUT", "Patient/half", patient("half", "Petit")),
                            entry("POST", "Observation", Resources.height("x", "absent", "2024-01-01", "1", "m"))));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/issue/0/expression/0").asText())
                    .isEqualTo("Bundle.entry[1].resource.subject");
            assertThat(client.get("Patient/half").status()).isEqualTo(404);
        }

        @Test
        void deleteBeforeTheyCreate() {
            client.put("Patient/first", patient("first", "Petit"));

            var done = client.post(
                    "",
                    transaction(
                            entry("PUT", "Patient/second", patient("second", "Petit")),
                            "{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/first\"}}"));

            assertThat(done.json().at("/entry/0/response/status").asText()).isEqualTo("201");
            assertThat(done.json().at("/entry/1/response/status").asText()).isEqualTo("204");
            assertThat(client.get("Patient/first").status()).isEqualTo(410);
        }

        @Test
        void refuseTwoChangesOfOneResource() {
            var refused = client.post(
                    "",
                    transaction(
                            entry("PUT", "Patient/twice", patient("twice", "Un")),
                            entry("PUT", "Patient/twice", patient("twice", "Deux"))));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/issue/0/diagnostics").asText()).contains("Patient/twice");
        }

        @Test
        void readWhatTheyWrote() {
            var done = client.post(
                    "",
                    transaction(
                            entry("PUT", "Patient/readback", patient("readback", "Petit")),
                            "{\"request\":{\"method\":\"GET\",\"url\":\"Patient/readback\"}}"));

            assertThat(done.json().at("/entry/1/resource/name/0/family").asText())
                    .isEqualTo("Petit");
        }

        @Test
        void createOnConditionOnlyOnce() {
            String created = """
                    {"fullUrl":"%s","resource":%s,
                     "request":{"method":"POST","url":"Patient","ifNoneExist":"identifier=urn:oid:1.2.250.1.71|once"}}""".formatted(PATIENT_URN, patient("once", "Petit"));
            String height = Resources.height("x", "X", "2024-01-01", "1.7", "m").replace("Patient/X", PATIENT_URN);

            client.post("", transaction(created, entry("POST", "Observation", height)));
            var again = client.post("", transaction(created, entry("POST", "Observation", height)));

            assertThat(again.json().at("/entry/0/response/status").asText()).isEqualTo("200");
            assertThat(client.get("Patient?identifier=once&_summary=count")
                            .json()
                            .path("total")
                            .asInt())
                    .isOne();
            assertThat(client.get("Observation?patient.identifier=once&_summary=count")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Nested
    class Batches {
        @Test
        void answerEachEntryByItself() {
            var done = client.post(
                    "",
                    bundle(
                            "batch",
                            entry("PUT", "Patient/b1", patient("b1", "Petit")),
                            entry("POST", "Observation", Resources.height("x", "absent", "2024-01-01", "1", "m")),
                            "{\"request\":{\"method\":\"GET\",\"url\":\"Patient?_id=b1\"}}"));

            assertThat(done.json().at("/entry/0/response/status").asText()).isEqualTo("201");
            assertThat(done.json().at("/entry/1/response/status").asText()).isEqualTo("422");
            assertThat(done.json().at("/entry/2/resource/entry")).hasSize(1);
        }
    }
}
