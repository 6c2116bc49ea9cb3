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
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.rest.FhirClient.Received;
import org.parvis.fhir.store.TestPostgres;

/** What leaves the store, and what changes in it, is told as AuditEvents (IHE BALP 1.1.3, TdE 2.0.0). */
class AuditingTest {

    private static final String SINCE = "AuditEvent?date=ge2020-01-01";
    private static final Caller DOCTOR = new Caller(
            "Dr Anne Durand",
            Optional.of("Practitioner/durand"),
            Optional.of("chu"),
            Purpose.CARE,
            Permit.everything());

    private static FhirEndpoint endpoint;
    private static FhirClient doctor;
    private static FhirClient officer;
    private static FhirClient ana;

    @BeforeAll
    static void open() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        officer = new FhirClient(endpoint, Caller.system());
        doctor = new FhirClient(endpoint, DOCTOR, Origin.at("10.1.2.3"));
        ana = officer.as(new Caller(
                "Ana", Optional.of("Patient/ana"), Optional.empty(), Purpose.PATIENT, Permit.patients(Set.of("ana"))));
        doctor.put("Patient/ana", Resources.patient("ana", "Petit"));
        doctor.put("Patient/bob", Resources.patient("bob", "Petit"));
        doctor.put("Observation/a1", Resources.height("a1", "ana", "2024-01-01", "1.6", "m"));
        doctor.put("Observation/b1", Resources.height("b1", "bob", "2024-01-01", "1.7", "m"));
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    private static JsonNode newest(String criteria) {
        return events(officer, SINCE + criteria).getFirst();
    }

    private static List<JsonNode> events(FhirClient client, String address) {
        var events = new ArrayList<JsonNode>();
        client.get(address).json().path("entry").forEach(entry -> events.add(entry.path("resource")));
        return events;
    }

    private static List<String> texts(JsonNode event, String element, String pointer) {
        var texts = new ArrayList<String>();
        event.path(element).forEach(each -> texts.add(each.at(pointer).asText()));
        return texts;
    }

    @Nested
    class Reading {
        @Test
        void isTold() {
            doctor.get("Observation/a1");

            var event = newest("&subtype=read&entity=Observation/a1");

            assertThat(event.at("/meta/profile/0").asText()).endsWith("IHE.BasicAudit.PatientRead");
            assertThat(event.at("/action").asText()).isEqualTo("R");
            assertThat(texts(event, "entity", "/what/reference"))
                    .containsExactly("Patient/ana", "Observation/a1/_history/1");
            assertThat(event.at("/agent/0/who/reference").asText()).isEqualTo("Practitioner/durand");
            assertThat(event.at("/agent/0/network/address").asText()).isEqualTo("10.1.2.3");
            assertThat(event.at("/agent/0/purposeOfUse/0/coding/0/code").asText())
                    .isEqualTo("TREAT");
            assertThat(event.at("/agent/0/extension/0/valueReference/reference").asText())
                    .isEqualTo("Organization/chu");
        }

        @Test
        void isToldWhenTheCallerHadItAlready() {
            int before = events(officer, SINCE + "&subtype=read&entity=Observation/b1")
                    .size();

            var answer = doctor.get("Observation/b1", "if-none-match", "W/\"1\"");

            assertThat(answer.status()).isEqualTo(304);
            assertThat(events(officer, SINCE + "&subtype=read&entity=Observation/b1"))
                    .hasSize(before + 1);
        }

        @Test
        void isToldWhenItIsRefused() {
            doctor.get("Observation/never");

            assertThat(newest("&outcome=4").at("/entity/0/description").asText())
                    .isEqualTo("Observation/never");
        }
    }

    @Nested
    class Searching {
        @Test
        void isOneEntryWithItsQueryAndAllThatItShowed() {
            doctor.get("Observation?code=8302-2&_sort=_id");

            var event = newest("&subtype=search&patient=bob");

            assertThat(event.at("/meta/profile/0").asText()).endsWith("IHE.BasicAudit.PatientQuery");
            assertThat(texts(event, "entity", "/what/reference"))
                    .containsExactly("Patient/ana", "Patient/bob", "Observation/a1", "Observation/b1", "");
            assertThat(event.at("/entity/4/query").asText()).isEqualTo("T2JzZXJ2YXRpb24/Y29kZT04MzAyLTImX3NvcnQ9X2lk");
        }

        @Test
        void isToldToThePatientOfWhomItShowedNothing() {
            doctor.get("Immunization?patient=bob");

            assertThat(newest("&subtype=search&patient=bob")
                            .at("/entity/1/query")
                            .asText())
                    .isEqualTo("SW1tdW5pemF0aW9uP3BhdGllbnQ9Ym9i");
        }

        @Test
        void isToldWithTheParametersOfItsForm() {
            doctor.post("Patient/_search", "family=petit", "content-type", "application/x-www-form-urlencoded");

            assertThat(newest("&subtype=search&patient=ana&agent=Practitioner/durand")
                            .at("/entity/4/query")
                            .asText())
                    .isEqualTo("UGF0aWVudD9mYW1pbHk9cGV0aXQ=");
        }
    }

    @Nested
    class Changing {
        @Test
        void isToldWithTheVersionThatItMade() {
            doctor.put("Observation/c1", Resources.height("c1", "ana", "2024-01-01", "1.6", "m"));
            doctor.put("Observation/c1", Resources.height("c1", "ana", "2024-01-02", "1.6", "m"));
            doctor.delete("Observation/c1");

            assertThat(events(officer, SINCE + "&entity=Observation/c1"))
                    .extracting(event -> event.at("/subtype/0/code").asText())
                    .containsExactly("delete", "update", "create");
        }

        @Test
        void isOneEntryForAllOfATypeThatATransactionMakes() {
            doctor.post(
                    "",
                    Resources.transaction(
                            Resources.entry("PUT", "Patient/eve", Resources.patient("eve", "Petit")),
                            Resources.entry(
                                    "PUT", "Observation/e1", Resources.height("e1", "eve", "2024-01-01", "1.6", "m")),
                            Resources.entry(
                                    "PUT", "Observation/e2", Resources.height("e2", "eve", "2024-01-02", "1.6", "m"))));

            assertThat(events(officer, SINCE + "&patient=eve"))
                    .extracting(event -> texts(event, "entity", "/what/reference"))
                    .containsExactlyInAnyOrder(
                            List.of("Patient/eve", "Patient/eve/_history/1"),
                            List.of("Patient/eve", "Observation/e1", "Observation/e2"));
        }

        @Test
        void leavesNoEntryWhenItIsRefused() {
            int before = events(officer, SINCE + "&action=C&_count=100").size();

            var refused = doctor.post(
                    "",
                    Resources.transaction(
                            Resources.entry("PUT", "Patient/cam", Resources.patient("cam", "Petit")),
                            Resources.entry(
                                    "PUT", "Observation/x", Resources.height("x", "nobody", "2024-01-01", "1", "m"))));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(events(officer, SINCE + "&action=C&_count=100")).hasSize(before);
        }

        @Test
        void isToldEntryByEntryOfABundle() {
            doctor.post(
                    "",
                    Resources.bundle(
                            "batch", Resources.entry("PUT", "Patient/dan", Resources.patient("dan", "Petit")), """
                    {"request":{"method":"GET","url":"Patient/dan"}}"""));

            assertThat(events(officer, SINCE + "&patient=dan"))
                    .extracting(event -> event.at("/subtype/0/code").asText())
                    .containsExactly("read", "create");
        }
    }

    @Nested
    class Receiving {
        private static final String EVENT = """
                {"resourceType":"AuditEvent","type":{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"110107"},
                 "action":"C","period":{"start":"2025-01-07T09:30:00Z"},"recorded":"2025-01-07T09:32:15Z","outcome":"0",
                 "agent":[{"who":{"reference":"Practitioner/jean"},"name":"Jean Dupont","requestor":true}],
                 "source":{"observer":{"display":"SIH"}},
                 "entity":[{"what":{"reference":"Patient/ana"},"name":"kept as it came"}]}""";

        @Test
        void keepsTheEventWhole() {
            var answer = doctor.post("AuditEvent", EVENT);

            var read = officer.get(answer.header("Location").replaceFirst(".*/fhir/", ""));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(read.json().at("/entity/0/name").asText()).isEqualTo("kept as it came");
            assertThat(read.json()).isEqualTo(answer.json());
        }

        @Test
        void findsItByItsOwnDatesCodesAndPeople() {
            doctor.post("AuditEvent", EVENT);

            for (String criteria : List.of(
                    "period-start=2025-01-07T09:30:00Z",
                    "type=110107",
                    "type=http://dicom.nema.org/resources/ontology/DCM|110107",
                    "action=C",
                    "agent=Practitioner/jean",
                    "agent-name=dupont",
                    "entity=Patient/ana")) {
                assertThat(events(officer, "AuditEvent?date=2025-01-07&" + criteria))
                        .as(criteria)
                        .isNotEmpty();
            }
        }
    }

    @Nested
    class Finding {
        @Test
        void needsADate() {
            assertThat(officer.get("AuditEvent?patient=ana").status()).isEqualTo(400);
        }

        @Test
        void goesFromPageToPage() {
            Received first = officer.get(SINCE + "&patient=ana&_count=2");
            String next = first.json().at("/link/1/url").asText().replaceFirst(".*/fhir/", "");

            Received second = officer.get(next);

            assertThat(first.json().path("entry")).hasSize(2);
            assertThat(second.json().at("/entry/0/resource/recorded").asText())
                    .isLessThanOrEqualTo(
                            first.json().at("/entry/1/resource/recorded").asText());
            assertThat(second.json().at("/entry/0/fullUrl"))
                    .isNotEqualTo(first.json().at("/entry/1/fullUrl"));
        }

        @Test
        void showsPatientsTheirOwnEntriesOnly() {
            doctor.get("Observation/a1");
            doctor.get("Observation/b1");
            String ofBob = events(officer, SINCE + "&patient=bob")
                    .getFirst()
                    .path("id")
                    .asText();

            assertThat(events(ana, SINCE + "&_count=100"))
                    .isNotEmpty()
                    .allMatch(event -> texts(event, "entity", "/what/reference").contains("Patient/ana"))
                    .noneMatch(event -> event.toString().contains("bob"));
            assertThat(events(ana, SINCE + "&patient=bob")).isEmpty();
            assertThat(events(ana, SINCE + "&entity=Observation/b1")).isEmpty();
            assertThat(ana.get("AuditEvent/" + ofBob).status()).isEqualTo(404);
        }
    }

    @Nested
    class FindingByPolicy {
        private FhirClient holding(String holder, Purpose purpose, String... open) {
            var rights = new Rights(Set.of(holder), Set.of(), Set.of(open), List.of(), List.of(), purpose);
            return officer.as(
                    new Caller(holder, Optional.of(holder), Optional.empty(), purpose, Permit.rights(rights)));
        }

        @Test
        void showsPatientsWhatIsAboutThem() {
            doctor.get("Observation/a1");

            assertThat(events(holding("Patient/ana", Purpose.PATIENT), SINCE + "&_count=100"))
                    .isNotEmpty()
                    .allMatch(event -> texts(event, "entity", "/what/reference").contains("Patient/ana"));
        }

        @Test
        void showsProfessionalsWhatTheyDid() {
            assertThat(events(holding("Practitioner/durand", Purpose.CARE), SINCE + "&_count=100"))
                    .isNotEmpty()
                    .allMatch(
                            event -> event.at("/agent/0/who/reference").asText().equals("Practitioner/durand"));
            assertThat(events(holding("Practitioner/other", Purpose.CARE), SINCE))
                    .isEmpty();
        }

        @Test
        void showsAllToWhomeverAuditEventIsOpen() {
            assertThat(events(holding("Practitioner/dpo", Purpose.STEERING, "AuditEvent"), SINCE))
                    .isNotEmpty();
        }
    }

    @Nested
    class Altering {
        @Test
        void isImpossible() {
            String id = newest("").path("id").asText();

            assertThat(officer.put("AuditEvent/" + id, "{}").status()).isEqualTo(405);
            assertThat(officer.delete("AuditEvent/" + id).status()).isEqualTo(405);
            assertThat(officer.delete("AuditEvent?date=2024").status()).isEqualTo(405);
            assertThat(officer.post("", Resources.transaction(Resources.entry("DELETE", "AuditEvent/" + id, "{}")))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void isToldInTheCapabilityStatement() {
        JsonNode statement = officer.get("metadata").json();

        for (JsonNode resource : statement.at("/rest/0/resource")) {
            if (resource.path("type").asText().equals("AuditEvent")) {
                assertThat(texts(resource, "interaction", "/code"))
                        .containsExactlyInAnyOrder("read", "search-type", "create");
                assertThat(texts(resource, "searchParam", "/name")).contains("date", "period-start");
            }
        }
    }
}
