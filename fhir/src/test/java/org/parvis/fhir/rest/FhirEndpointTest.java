package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.rest.Resources.patient;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.TestPostgres;

/** Interactions on one resource: R4 http.html, 3.1.0.2 to 3.1.0.9. */
class FhirEndpointTest {

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
    class Creating {
        @Test
        void givesAnIdAndTheFirstVersion() {
            var created = client.post("Patient", "{\"resourceType\":\"Patient\",\"active\":true}");

            String id = created.json().path("id").asText();
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.headers())
                    .containsEntry("ETag", "W/\"1\"")
                    .containsEntry("Location", "http://parvis.test/fhir/Patient/" + id + "/_history/1");
            assertThat(client.get("Patient/" + id).json().path("active").asBoolean())
                    .isTrue();
        }

        @Test
        void keepsDecimalsAsWritten() {
            client.put("Patient/decimals", patient("decimals", "Roux"));
            var created = client.post(
                    "Observation",
                    Resources.height("x", "decimals", "2024-01-01", "1.70", "m"),
                    "prefer",
                    "return=minimal");

            String address = created.header("Location").substring("http://parvis.test/fhir/".length());
            assertThat(created.text()).isEmpty();
            assertThat(client.get(address).text()).contains("\"value\":1.70,");
        }

        @Test
        void happensOnceWhenItsConditionMatches() {
            String sent = patient("ignored", "Morel").replace("ignored", "cond-1");

            var first = client.post("Patient", sent, "if-none-exist", "identifier=urn:oid:1.2.250.1.71|cond-1");
            var second = client.post("Patient", sent, "if-none-exist", "identifier=urn:oid:1.2.250.1.71|cond-1");

            assertThat(first.status()).isEqualTo(201);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        }

        @Test
        void keepsABundleWhoseReferencesStayWithinIt() {
            var created = client.put("Bundle/kept", """
                    {"resourceType":"Bundle","id":"kept","type":"collection","entry":[{"resource":{"resourceType":
                    "Observation","status":"final","code":{"text":"x"},"subject":{"reference":"urn:uuid:0b1f1a53-0000-4000-8000-0000000000aa"}}}]}""");

            assertThat(created.status()).isEqualTo(201);
        }

        @Test
        void isRefusedWhenItRefersToWhatIsNotHere() {
            var refused = client.post("Observation", Resources.height("x", "nobody", "2024-01-01", "1", "m"));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/issue/0/diagnostics").asText())
                    .isEqualTo("Patient/nobody is referred to, but is not here.");
            assertThat(refused.json().at("/issue/0/expression/0").asText()).isEqualTo("Observation.subject");
        }
    }

    @Nested
    class Reading {
        @Test
        void tellsGoneFromNeverHere() {
            client.put("Patient/gone", patient("gone", "Petit"));
            client.delete("Patient/gone");

            assertThat(client.get("Patient/gone").status()).isEqualTo(410);
            assertThat(client.get("Patient/never").status()).isEqualTo(404);
        }

        @Test
        void answersShortlyWhatTheCallerHasAlready() {
            var put = client.put("Patient/cached", patient("cached", "Petit"));

            var byTag = client.get("Patient/cached", "if-none-match", "W/\"1\"");
            var byDate = client.get("Patient/cached", "if-modified-since", put.header("Last-Modified"));

            assertThat(byTag.status()).isEqualTo(304);
            assertThat(byTag.text()).isEmpty();
            assertThat(byDate.status()).isEqualTo(304);
            assertThat(client.get("Patient/cached", "if-none-match", "W/\"2\"").status())
                    .isEqualTo(200);
        }

        @Test
        void writesXmlAndPrettyJsonWhenAsked() {
            client.put("Patient/forms", patient("forms", "Petit"));

            var xml = client.get("Patient/forms", "accept", "application/fhir+xml");
            var pretty = client.get("Patient/forms?_pretty=true");

            assertThat(xml.headers()).containsEntry("Content-Type", "application/fhir+xml;charset=UTF-8");
            assertThat(xml.text()).contains("<family value=\"Petit\"/>");
            assertThat(pretty.text()).contains("\n").contains("\"family\" : \"Petit\"");
            assertThat(client.get("Patient/forms", "accept", "image/png").status())
                    .isEqualTo(406);
        }

        @Test
        void cutsToTheElementsAsked() {
            client.put("Patient/cut", patient("cut", "Petit"));

            var cut = client.get("Patient/cut?_elements=name").json();

            assertThat(cut.has("name")).isTrue();
            assertThat(cut.has("identifier")).isFalse();
            assertThat(cut.at("/meta/tag/0/code").asText()).isEqualTo("SUBSETTED");
        }
    }

    @Nested
    class Updating {
        @Test
        void createsAtAnAddressThatTheCallerChose() {
            var created = client.put("Patient/mine", patient("mine", "Petit"));

            assertThat(created.status()).isEqualTo(201);
        }

        @Test
        void countsVersionsAndKeepsTheOldOnes() {
            client.put("Patient/v", patient("v", "Un"));
            var second = client.put("Patient/v", patient("v", "Deux"));

            assertThat(second.status()).isEqualTo(200);
            assertThat(second.headers()).containsEntry("ETag", "W/\"2\"");
            assertThat(client.get("Patient/v/_history/1").text()).contains("Un");
            assertThat(client.get("Patient/v/_history/9").status()).isEqualTo(404);
        }

        @Test
        void makesNoVersionOfTheSameContent() {
            client.put("Patient/same", patient("same", "Petit"));

            var again = client.put("Patient/same", patient("same", "Petit"));

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.headers()).containsEntry("ETag", "W/\"1\"");
        }

        @Test
        void isRefusedOnAVersionThatIsNotCurrent() {
            client.put("Patient/match", patient("match", "Un"));
            client.put("Patient/match", patient("match", "Deux"), "if-match", "W/\"1\"");

            var refused = client.put("Patient/match", patient("match", "Trois"), "if-match", "W/\"1\"");

            assertThat(refused.status()).isEqualTo(412);
            assertThat(client.get("Patient/match").text()).contains("Deux");
        }

        @Test
        void isRefusedWhenIdAndAddressDiffer() {
            assertThat(client.put("Patient/one", patient("other", "Petit")).status())
                    .isEqualTo(400);
        }

        @Test
        void movesIndexRowsWithTheValues() {
            client.put("Patient/moved", patient("moved", "Avant"));
            client.put("Patient/moved", patient("moved", "Apres"));

            assertThat(client.get("Patient?family=avant&_summary=count")
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(client.get("Patient?family=apres&_summary=count")
                            .json()
                            .path("total")
                            .asInt())
                    .isOne();
        }

        @Test
        void byConditionActsOnTheOnlyMatch() {
            client.put("Patient/cu", patient("cu", "Petit"));

            var updated = client.put("Patient?identifier=urn:oid:1.2.250.1.71|cu", patient("cu", "Grand"));

            assertThat(updated.status()).isEqualTo(200);
            assertThat(client.get("Patient/cu").text()).contains("Grand");
        }
    }

    @Nested
    class Patching {
        @Test
        void appliesJsonPatch() {
            client.put("Patient/patched", patient("patched", "Petit"));

            var patched = client.send(
                    "PATCH",
                    "Patient/patched",
                    "[{\"op\":\"replace\",\"path\":\"/name/0/family\",\"value\":\"Grand\"}]",
                    "content-type",
                    "application/json-patch+json");

            assertThat(patched.status()).isEqualTo(200);
            assertThat(patched.json().at("/name/0/family").asText()).isEqualTo("Grand");
        }

        @Test
        void appliesFhirPathPatch() {
            client.put("Patient/pathed", patient("pathed", "Petit"));

            var patched = client.send("PATCH", "Patient/pathed", """
                    {"resourceType":"Parameters","parameter":[{"name":"operation","part":[
                     {"name":"type","valueCode":"replace"},{"name":"path","valueString":"Patient.name[0].family"},
                     {"name":"value","valueString":"Grand"}]}]}""");

            assertThat(patched.status()).isEqualTo(200);
            assertThat(patched.json().at("/name/0/family").asText()).isEqualTo("Grand");
        }

        @Test
        void isRefusedWhenItBreaksTheResource() {
            client.put("Patient/broken", patient("broken", "Petit"));

            var refused = client.send(
                    "PATCH",
                    "Patient/broken",
                    "[{\"op\":\"add\",\"path\":\"/colour\",\"value\":\"blue\"}]",
                    "content-type",
                    "application/json-patch+json");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(client.get("Patient/broken").headers()).containsEntry("ETag", "W/\"1\"");
        }
    }

    @Nested
    class Deleting {
        @Test
        void leavesAMarkAndTheHistory() {
            client.put("Patient/del", patient("del", "Petit"));

            assertThat(client.delete("Patient/del").status()).isEqualTo(204);
            assertThat(client.get("Patient/del/_history").json().path("entry")).hasSize(2);
            assertThat(client.get("Patient?_id=del").json().path("entry")).isEmpty();
        }

        @Test
        void isForgivingWhenThereIsNothing() {
            assertThat(client.delete("Patient/nothing").status()).isEqualTo(204);
        }

        @Test
        void isRefusedWhileSomethingRefersToIt() {
            client.put("Patient/held", patient("held", "Petit"));
            client.put("Observation/holder", Resources.height("holder", "held", "2024-01-01", "1", "m"));

            var refused = client.delete("Patient/held");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("Observation/holder");
        }

        @Test
        void canBeUndoneByAnUpdate() {
            client.put("Patient/back", patient("back", "Petit"));
            client.delete("Patient/back");

            var back = client.put("Patient/back", patient("back", "Petit"));

            assertThat(back.status()).isEqualTo(201);
            assertThat(back.headers()).containsEntry("ETag", "W/\"3\"");
            assertThat(client.get("Patient?_id=back").json().path("entry")).hasSize(1);
        }
    }

    @Nested
    class TellingHistory {
        @Test
        void goesFromNewestToOldestPageByPage() {
            client.put("Patient/h", patient("h", "Un"));
            client.put("Patient/h", patient("h", "Deux"));
            client.put("Patient/h", patient("h", "Trois"));

            var first = client.get("Patient/h/_history?_count=2").json();
            String next = first.at("/link/1/url").asText().substring("http://parvis.test/fhir/".length());
            var second = client.get(next).json();

            assertThat(first.path("entry")).hasSize(2);
            assertThat(first.at("/entry/0/resource/name/0/family").asText()).isEqualTo("Trois");
            assertThat(second.path("entry")).hasSize(1);
            assertThat(second.at("/entry/0/request/method").asText()).isEqualTo("PUT");
        }
    }

    @Nested
    class Refusing {
        @Test
        void namesTheElementThatIsUnknown() {
            var refused = client.post("Patient", "{\"resourceType\":\"Patient\",\"colour\":\"blue\"}");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/issue/0/expression/0").asText()).isEqualTo("Patient.colour");
        }

        @Test
        void namesTheLineOfMalformedJson() {
            var refused = client.post("Patient", "{\"resourceType\":\"Patient\",\n \"id\":\"a\" \"b\"}");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("line 2");
        }

        @Test
        void says404ToUnknownTypesAnd405ToImpossibleMethods() {
            assertThat(client.get("Patients/1").status()).isEqualTo(404);
            assertThat(client.post("Patient/1", "{}").status()).isEqualTo(405);
            assertThat(client.post("Patient/1", "{}").text()).contains("it takes DELETE, GET, PATCH, PUT");
            assertThat(client.get("Patient/1/$unheard-of").status()).isEqualTo(404);
        }

        @Test
        void says415ToOtherMediaTypes() {
            assertThat(client.post("Patient", "a,b", "content-type", "text/csv").status())
                    .isEqualTo(415);
        }
    }

    @Nested
    class Describing {
        @Test
        void listsTheInteractionsAndOperationsThatAreThere() {
            var rest = client.get("metadata").json().at("/rest/0");
            var patient = resource(rest, "Patient");
            var slot = resource(rest, "Slot");

            assertThat(rest.path("interaction").findValuesAsText("code"))
                    .containsExactlyInAnyOrder("transaction", "batch", "history-system");
            assertThat(rest.path("operation").findValuesAsText("name")).containsExactlyInAnyOrder("export", "meta");
            assertThat(slot.path("interaction").findValuesAsText("code"))
                    .containsExactlyInAnyOrder(
                            "read",
                            "vread",
                            "update",
                            "patch",
                            "delete",
                            "history-instance",
                            "history-type",
                            "create",
                            "search-type");
            assertThat(slot.path("operation").findValuesAsText("name")).containsExactlyInAnyOrder("validate", "meta");
            assertThat(patient.path("operation").findValuesAsText("name"))
                    .containsExactlyInAnyOrder("validate", "meta", "everything", "export");
        }

        private static JsonNode resource(JsonNode rest, String type) {
            for (JsonNode resource : rest.path("resource")) {
                if (resource.path("type").asText().equals(type)) {
                    return resource;
                }
            }
            throw new AssertionError("No " + type);
        }

        @Test
        void listsTheSearchParametersThatAreThere() {
            var statement = client.get("metadata").json();

            assertThat(statement.path("fhirVersion").asText()).isEqualTo("4.0.1");
            assertThat(statement.at("/rest/0/resource").findValuesAsText("name"))
                    .contains("birthdate", "code-value-quantity", "near");
        }
    }
}
