package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.TestPostgres;

/** Searches where values, types or numbers of resources are unusual. */
class SearchEdgesTest {

    /** More than the resources from which a chain is followed one by one. */
    private static final int MANY = 130;

    private static FhirEndpoint endpoint;
    private static FhirClient client;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
        client.put("Patient/ana", Resources.patient("ana", "Petit"));
        client.put("Patient/bob", Resources.patient("bob", "Petit"));
        client.put("Group/herd", """
                {"resourceType":"Group","id":"herd","type":"animal","actual":true}""");
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    private static List<String> ids(String address) {
        var found = client.get(address);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        var ids = new ArrayList<String>();
        found.json()
                .path("entry")
                .forEach(entry -> ids.add(entry.at("/resource/id").asText()));
        return ids;
    }

    private static void put(String type, String id, String members) {
        var done =
                client.put(type + "/" + id, "{\"resourceType\":\"%s\",\"id\":\"%s\",%s}".formatted(type, id, members));
        assertThat(done.status()).as(done.text()).isBetween(200, 201);
    }

    @Nested
    class Values {
        @Test
        void findANumberThatHasMoreDigitsThanADouble() {
            put("Observation", "precise", """
                    "status":"final","code":{"text":"x"},"valueQuantity":{"value":87.638999999999988}""");

            assertThat(ids("Observation?value-quantity=87.638999999999988")).containsExactly("precise");
            assertThat(ids("Observation?value-quantity=ne87.638999999999988")).doesNotContain("precise");
        }

        @Test
        void takeNoTextForADate() {
            put("CarePlan", "worded", """
                    "status":"active","intent":"plan","subject":{"reference":"Patient/ana"},
                    "activity":[{"detail":{"status":"scheduled","scheduledString":"2011-03-27"}}]""");

            assertThat(ids("CarePlan?activity-date:missing=true")).containsExactly("worded");
        }

        @Test
        void takeAnEscapedBarForTheOneBeforeAVersion() {
            put("Flag", "profiled", """
                    "meta":{"profile":["http://parvis.test/p|1.0"]},"status":"active","code":{"text":"x"},
                    "subject":{"reference":"Patient/ana"}""");

            assertThat(ids("Flag?_profile=http://parvis.test/p|1.0")).containsExactly("profiled");
            assertThat(ids("Flag?_profile=http://parvis.test/p\\|1.0")).containsExactly("profiled");
        }
    }

    @Nested
    class References {
        @Test
        void areMissingWhereTheyLeadToAnotherType() {
            put("Flag", "of-herd", """
                    "status":"active","code":{"text":"x"},"subject":{"reference":"Group/herd"}""");
            put("Flag", "of-ana", """
                    "status":"active","code":{"text":"x"},"subject":{"reference":"Patient/ana"}""");
            put("Flag", "of-elsewhere", """
                    "status":"active","code":{"text":"x"},
                    "subject":{"reference":"http://elsewhere.test/fhir/Patient/ana"}""");

            assertThat(ids("Flag?patient:missing=false&_id=of-herd,of-ana,of-elsewhere"))
                    .containsExactlyInAnyOrder("of-ana", "of-elsewhere");
            assertThat(ids("Flag?patient:missing=true")).containsExactly("of-herd");
            assertThat(ids("Flag?subject:missing=true")).isEmpty();
        }

        @Test
        void tellWhoseADeviceIs() {
            put("Device", "pump", """
                    "status":"inactive","patient":{"reference":"Patient/ana"},"udiCarrier":[{"carrierHRF":"(01)1455"}]""");

            assertThat(ids("Device?patient:Patient=ana&udi-carrier=(01)1455")).containsExactly("pump");
            assertThat(ids("Device?status:not=active&patient=Patient/nobody,Patient/ana"))
                    .containsExactly("pump");
            assertThat(ids("Device?status:not=inactive&patient=ana")).isEmpty();
        }

        @Test
        void findWhatNamesAPatientAmongOthers() {
            put("Appointment", "both", """
                    "status":"booked","participant":[{"actor":{"reference":"Patient/ana"},"status":"accepted"},
                    {"actor":{"reference":"Patient/bob"},"status":"accepted"}]""");
            put("Appointment", "alone", """
                    "status":"booked","participant":[{"actor":{"reference":"Patient/bob"},"status":"accepted"}]""");

            assertThat(ids("Appointment?patient=bob")).containsExactlyInAnyOrder("both", "alone");
            assertThat(ids("Appointment?patient.identifier=bob&status=booked"))
                    .containsExactlyInAnyOrder("both", "alone");
            assertThat(ids("Patient/ana/Appointment")).containsExactly("both");
            assertThat(ids("Patient?_has:Appointment:patient:status=booked")).containsExactlyInAnyOrder("ana", "bob");
        }
    }

    @Nested
    class Chains {
        @Test
        void leadToFewAndToMany() {
            for (int i = 0; i < MANY; i++) {
                put("Patient", "many-" + i, "\"active\":true,\"name\":[{\"family\":\"Nombreux\"}]");
                put("Encounter", "visit-" + i, """
                        "status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/many-%d"}""".formatted(i));
            }

            assertThat(ids("Encounter?patient.family=nombreux&status=finished&_count=500"))
                    .hasSize(MANY);
            assertThat(ids("Patient?_has:Encounter:patient:status=finished&_count=500"))
                    .hasSize(MANY);
            assertThat(ids("Patient?_has:Encounter:patient:status=finished&_id=many-7"))
                    .containsExactly("many-7");
            assertThat(ids("Encounter?patient._id=many-7")).containsExactly("visit-7");
            assertThat(ids("Encounter?patient.family=personne")).isEmpty();
            assertThat(ids("Patient?_has:Encounter:patient:status=planned")).isEmpty();
        }
    }
}
