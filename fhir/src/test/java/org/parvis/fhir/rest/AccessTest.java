package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.store.TestPostgres;

/** Three simple policies, compiled into every statement: nothing outside them shows anywhere. */
class AccessTest {

    private static FhirEndpoint endpoint;
    private static FhirClient everything;
    private static FhirClient anaOnly;
    private static FhirClient chuOnly;
    private static FhirClient unlabelledOnly;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        everything = new FhirClient(endpoint, Caller.system());
        anaOnly = everything.as(caller(Permit.patients(Set.of("ana"))));
        chuOnly = everything.as(caller(Permit.organisations(Set.of("chu"))));
        unlabelledOnly = everything.as(caller(Permit.labels(Set.of())));
        var chu = everything.as(Caller.program("chu", Optional.of("chu"), Permit.everything()));
        var clinic = everything.as(Caller.program("clinic", Optional.of("clinic"), Permit.everything()));
        chu.put("Patient/ana", Resources.patient("ana", "Petit"));
        clinic.put("Patient/bob", Resources.patient("bob", "Petit"));
        chu.put("Observation/a1", Resources.height("a1", "ana", "2024-01-01", "1.6", "m"));
        clinic.put("Observation/b1", Resources.height("b1", "bob", "2024-01-02", "1.7", "m"));
        everything.put("Observation/secret", labelled(Resources.height("secret", "ana", "2024-01-03", "1.8", "m")));
        everything.put("Device/pump", """
                {"resourceType":"Device","id":"pump","patient":{"reference":"Patient/bob"}}""");
        everything.put("Appointment/both", """
                {"resourceType":"Appointment","id":"both","status":"booked","participant":[
                 {"actor":{"reference":"Patient/ana"},"status":"accepted"},
                 {"actor":{"reference":"Patient/bob"},"status":"accepted"}]}""");
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    private static Caller caller(Permit permit) {
        return Caller.program("limited", Optional.empty(), permit);
    }

    private static String labelled(String resource) {
        return resource.replace("\"status\"", """
                "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"V"}]},
                "status\"""");
    }

    private static int total(FhirClient client, String address) {
        return client.get(address).json().path("total").asInt(-1);
    }

    @ParameterizedTest(name = "{0}: ana only {1}, CHU only {2}, unlabelled only {3}")
    @CsvSource({
        "Patient?_total=accurate, 1, 1, 2",
        "Observation?_total=accurate, 2, 2, 2",
        "Observation?code=8302-2&_summary=count, 2, 2, 2",
        "Observation?patient=bob&_summary=count, 0, 0, 1",
        "Observation?patient.family=petit&_summary=count, 2, 2, 2",
        "Patient?_has:Observation:patient:code=8302-2&_summary=count, 1, 1, 2",
        "Patient?_has:Observation:patient:date=2024-01-02&_summary=count, 0, 0, 1",
        "Patient/bob/Observation?_summary=count, 0, 0, 1",
        "Appointment?_summary=count, 0, 1, 1",
        "Device?_summary=count, 0, 1, 1",
        "Device?patient=bob&_summary=count, 0, 1, 1",
        "Appointment?patient=ana&_summary=count, 0, 1, 1",
        "Observation?date=2024-01-03&_summary=count, 1, 1, 0",
    })
    void countsOnlyWhatMayBeSeen(String address, int ofAna, int ofChu, int unlabelled) {
        assertThat(total(anaOnly, address)).isEqualTo(ofAna);
        assertThat(total(chuOnly, address)).isEqualTo(ofChu);
        assertThat(total(unlabelledOnly, address)).isEqualTo(unlabelled);
    }

    @Nested
    class Reading {
        @Test
        void doesNotTellHiddenFromAbsent() {
            assertThat(anaOnly.get("Observation/b1").status()).isEqualTo(404);
            assertThat(chuOnly.get("Observation/b1/_history/1").status()).isEqualTo(404);
            assertThat(unlabelledOnly.get("Observation/secret").status()).isEqualTo(404);
            assertThat(anaOnly.get("Appointment/both").status()).isEqualTo(404);
        }
    }

    @Nested
    class Including {
        @Test
        void leavesHiddenResourcesOut() {
            assertThat(anaOnly.get("Patient?_revinclude=Observation:patient").text())
                    .contains("\"a1\"")
                    .doesNotContain("\"b1\"");
            assertThat(chuOnly.get("Observation?_include=Observation:patient").text())
                    .doesNotContain("Patient/bob\",\"search");
        }
    }

    @Nested
    class TellingHistory {
        @Test
        void leavesHiddenVersionsOut() {
            assertThat(anaOnly.get("_history").text()).doesNotContain("Patient/bob");
            assertThat(anaOnly.get("Observation/_history").text()).doesNotContain("b1");
            assertThat(unlabelledOnly.get("Observation/_history").text()).doesNotContain("secret");
        }

        @Test
        void hidesOldVersionsOfWhatWasHiddenLater() {
            everything.put("Observation/later", Resources.height("later", "ana", "2024-01-04", "1.6", "m"));
            everything.put("Observation/later", labelled(Resources.height("later", "ana", "2024-01-04", "1.6", "m")));

            assertThat(unlabelledOnly.get("Observation/later/_history").status())
                    .isEqualTo(404);
            assertThat(unlabelledOnly.get("Observation/later/_history/1").status())
                    .isEqualTo(404);
            assertThat(unlabelledOnly.get("Observation/_history").text()).doesNotContain("Observation/later");
            everything.delete("Observation/later");
        }
    }

    @Nested
    class Writing {
        @Test
        void isRefusedOutsideWhatMayBeSeen() {
            assertThat(anaOnly.put("Patient/bob", Resources.patient("bob", "Pris"))
                            .status())
                    .isEqualTo(403);
            assertThat(anaOnly.delete("Observation/b1").status()).isEqualTo(403);
            // A hidden patient is as absent as one that was never here.
            assertThat(anaOnly.post("Observation", Resources.height("x", "bob", "2024-01-01", "1", "m"))
                            .status())
                    .isEqualTo(422);
            assertThat(everything.get("Patient/bob").text()).contains("Petit");
        }

        @Test
        void isPossibleWithin() {
            assertThat(anaOnly.put("Observation/a2", Resources.height("a2", "ana", "2024-01-05", "1.6", "m"))
                            .status())
                    .isEqualTo(201);
            everything.delete("Observation/a2");
        }
    }
}
