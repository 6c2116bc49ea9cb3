package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.store.TestPostgres;

/** R4 patient-operation-everything.html. */
class PatientEverythingTest {

    private static FhirEndpoint endpoint;
    private static FhirClient client;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
        put("Practitioner/doc", "");
        put("Practitioner/stranger", "");
        put("Patient/p", "\"generalPractitioner\":[{\"reference\":\"Practitioner/doc\"}],\"birthDate\":\"1950-05-05\"");
        put("Patient/q", "\"generalPractitioner\":[{\"reference\":\"Practitioner/stranger\"}]");
        putObservation("2020", "p", "2020-02-02");
        putObservation("2021", "p", "2021-03-03");
        putObservation("other", "q", "2021-03-03");
        put("AllergyIntolerance/undated", "\"patient\":{\"reference\":\"Patient/p\"}");
        put("Group/both", "\"type\":\"person\",\"actual\":true,\"member\":[" + member("p") + "," + member("q") + "]");
        put("Task/todo", "\"status\":\"requested\",\"intent\":\"order\",\"for\":{\"reference\":\"Patient/p\"}");
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    private static void put(String address, String elements) {
        String[] parts = address.split("/", -1);
        String sent = "{\"resourceType\":\"%s\",\"id\":\"%s\"%s}"
                .formatted(parts[0], parts[1], elements.isEmpty() ? "" : "," + elements);
        assertThat(client.put(address, sent)).matches(received -> received.status() < 300);
    }

    private static void putObservation(String id, String patient, String date) {
        put("Observation/" + id, """
                "status":"final","code":{"text":"Taille"},"subject":{"reference":"Patient/%s"},"effectiveDateTime":"%s",
                "performer":[{"reference":"Practitioner/doc"}]""".formatted(patient, date));
    }

    private static String member(String patient) {
        return "{\"entity\":{\"reference\":\"Patient/" + patient + "\"}}";
    }

    private static List<String> shown(JsonNode bundle, String mode) {
        var addresses = new ArrayList<String>();
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.at("/search/mode").asText().equals(mode)) {
                addresses.add(entry.path("fullUrl").asText().replace("http://parvis.test/fhir/", ""));
            }
        }
        return addresses;
    }

    private static String next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return link.path("url").asText().replace("http://parvis.test/fhir/", "");
            }
        }
        return "";
    }

    @Nested
    class Showing {
        @Test
        void startsWithThePatientAndHoldsAllThatIsAboutThem() {
            var bundle = client.get("Patient/p/$everything").json();

            assertThat(bundle.path("type").asText()).isEqualTo("searchset");
            assertThat(shown(bundle, "match"))
                    .containsExactly(
                            "Patient/p",
                            "Observation/2020",
                            "Observation/2021",
                            "AllergyIntolerance/undated",
                            "Group/both",
                            "Task/todo");
        }

        @Test
        void includesWhatIsReferredToButNoOtherPatient() {
            var bundle = client.get("Patient/p/$everything").json();

            assertThat(shown(bundle, "include")).containsExactly("Practitioner/doc");
        }

        @Test
        void tellsGoneFromNeverHere() {
            put("Patient/gone", "");
            client.delete("Patient/gone");

            assertThat(client.get("Patient/gone/$everything").status()).isEqualTo(410);
            assertThat(client.get("Patient/never/$everything").status()).isEqualTo(404);
        }

        @Test
        void isRefusedForOthersThanPatients() {
            assertThat(client.get("Practitioner/doc/$everything").status()).isEqualTo(404);
        }
    }

    @Nested
    class Narrowing {
        @Test
        void keepsTheTypesAskedFor() {
            var bundle = client.get("Patient/p/$everything?_type=Patient,Observation,Practitioner")
                    .json();

            assertThat(shown(bundle, "match")).containsExactly("Patient/p", "Observation/2020", "Observation/2021");
            assertThat(shown(bundle, "include")).containsExactly("Practitioner/doc");
            assertThat(shown(client.get("Patient/p/$everything?_type=Task").json(), "match"))
                    .containsExactly("Task/todo");
        }

        @Test
        void keepsWhatTookPlaceInTheTimeAskedForAndWhatHasNoDate() {
            var bundle = client.get("Patient/p/$everything?start=2021-01-01&end=2021-12")
                    .json();

            assertThat(shown(bundle, "match"))
                    .containsExactly(
                            "Patient/p", "Observation/2021", "AllergyIntolerance/undated", "Group/both", "Task/todo");
        }

        @Test
        void keepsThePatientAndWhatChangedSince() {
            put("Patient/r", "");
            putObservation("before", "r", "2020");
            String since = client.get("Observation/before")
                    .json()
                    .at("/meta/lastUpdated")
                    .asText();
            putObservation("after", "r", "2020");

            var bundle = client.get("Patient/r/$everything?_since=" + since).json();

            assertThat(shown(bundle, "match")).containsExactly("Patient/r", "Observation/after");
        }

        @Test
        void readsItsParametersFromABodyToo() {
            var bundle = client.post("Patient/p/$everything", """
                            {"resourceType":"Parameters","parameter":[
                             {"name":"end","valueDate":"2020"},{"name":"_type","valueCode":"Observation"}]}""").json();

            assertThat(shown(bundle, "match")).containsExactly("Observation/2020");
        }

        @Test
        void refusesUnknownParametersUnlessLenient() {
            var refused = client.get("Patient/p/$everything?colour=blue");
            var lenient = client.get("Patient/p/$everything?colour=blue", "prefer", "handling=lenient");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/issue/0/diagnostics").asText())
                    .isEqualTo("$everything has no parameter 'colour'.");
            assertThat(lenient.json()
                            .at("/entry/7/resource/issue/0/diagnostics")
                            .asText())
                    .isEqualTo("The parameter 'colour' was ignored.");
        }

        @Test
        void refusesDatesAndTypesThatDoNotExist() {
            assertThat(client.get("Patient/p/$everything?start=2021-02-30").status())
                    .isEqualTo(400);
            assertThat(client.get("Patient/p/$everything?_type=Unicorn").status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Paging {
        @Test
        void showsEachMatchOnce() {
            var pages = new ArrayList<List<String>>();

            for (String address = "Patient/p/$everything?_count=2"; !address.isEmpty(); ) {
                var bundle = client.get(address).json();
                pages.add(shown(bundle, "match"));
                address = next(bundle);
            }

            assertThat(pages)
                    .containsExactly(
                            List.of("Patient/p", "Observation/2020"),
                            List.of("Observation/2021", "AllergyIntolerance/undated"),
                            List.of("Group/both", "Task/todo"));
        }

        @Test
        void goesOnAfterThePatientAlone() {
            var first = client.get("Patient/p/$everything?_count=1").json();

            assertThat(shown(client.get(next(first)).json(), "match")).containsExactly("Observation/2020");
        }

        @Test
        void refusesALinkOfAnotherPatient() {
            var first = client.get("Patient/p/$everything?_count=1").json();

            var stolen = client.get(next(first).replace("Patient/p", "Patient/q"));

            assertThat(stolen.status()).isEqualTo(400);
        }
    }

    @Nested
    class WithinAPermit {

        private FhirClient seeing(Permit permit) {
            return client.as(Caller.program("nurse", Optional.empty(), permit));
        }

        @Test
        void showsNothingThatNamesAPatientWhoMayNotBeSeen() {
            var bundle = seeing(Permit.patients(Set.of("p")))
                    .get("Patient/p/$everything")
                    .json();

            assertThat(shown(bundle, "match"))
                    .containsExactly(
                            "Patient/p",
                            "Observation/2020",
                            "Observation/2021",
                            "AllergyIntolerance/undated",
                            "Task/todo");
        }

        @Test
        void doesNotKnowAPatientWhoMayNotBeSeen() {
            assertThat(seeing(Permit.patients(Set.of("q")))
                            .get("Patient/p/$everything")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void leavesOutWhatBearsALabelThatMayNotBeSeen() {
            put("Patient/s", "");
            put("Condition/secret", """
                    "subject":{"reference":"Patient/s"},
                    "meta":{"security":[{"system":"urn:label","code":"R"}]}""");

            var all = client.get("Patient/s/$everything").json();
            var unlabelled =
                    seeing(Permit.labels(Set.of())).get("Patient/s/$everything").json();

            assertThat(shown(all, "match")).containsExactly("Patient/s", "Condition/secret");
            assertThat(shown(unlabelled, "match")).containsExactly("Patient/s");
        }
    }
}
