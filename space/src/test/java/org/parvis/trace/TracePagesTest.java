package org.parvis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.access.AccessEvent.LoginRefused;
import org.parvis.access.AccessEvent.Refusal;
import org.parvis.access.Origin;
import org.parvis.fhir.access.Purpose;

class TracePagesTest {

    private static final String TAB = "/dossier/trace-ana/acces";

    @BeforeAll
    static void keep() {
        TraceFixtures.readByADoctor("trace-ana");
    }

    private static String entry(String subtype) {
        return TraceFixtures.store()
                .search("AuditEvent?date=ge2026-01-01&patient=trace-ana&agent=Practitioner/trace-durand&subtype="
                        + subtype)
                .matches()
                .getFirst()
                .path("id")
                .asText();
    }

    @Nested
    class WhoeverLooksAtAPage {
        @Test
        void isToldWithTheirAddressAlsoWhenItIsThisMachine() {
            RunningServer.get("/dossier/trace-ana");

            var told = TraceFixtures.store()
                    .search("AuditEvent?date=ge2026-01-01&patient=trace-ana&agent-name=system&subtype=read")
                    .matches();
            assertThat(told)
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.path("agent")
                                    .path(0)
                                    .path("network")
                                    .path("address")
                                    .asText())
                            .isNotEmpty());
        }
    }

    @Nested
    class ThePatientsTab {
        @Test
        void tellsWhoForWhomWhatAndWhy() {
            assertThat(RunningServer.get(TAB).body())
                    .contains("<strong>Dr Anne Durand</strong>", "pour Hôpital des Tilleuls,")
                    .contains("a consulté l’identité, pour les soins.");
        }

        @Test
        void tellsAnEmergencyWithItsReason() {
            // Lately, so that the page begins with it.
            TraceFixtures.doctor(Purpose.EMERGENCY).read("Patient", "trace-ana");

            assertThat(RunningServer.get(TAB).body())
                    .contains("Accès en urgence", "Raison donnée", "Malaise, patiente inconsciente");
        }

        @Test
        void isEmptyBeforeAnythingHappened() {
            assertThat(RunningServer.get(TAB + "?depuis=2020-01-01&jusque=2020-12-31")
                            .body())
                    .contains("Personne d’autre n’a consulté ces données");
        }
    }

    @Nested
    class Contesting {
        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        @Test
        void asksTheOfficerWhoseAnswerTheyRead() {
            String entry = entry("read");

            post(TAB + "/" + entry + "/contestation", "reason=Je+ne+connais+pas+cette+personne");
            String asked = RunningServer.get(TAB).body();
            String review = RunningServer.get("/traces/a-examiner").body();
            String task = ContestResources.of(TraceFixtures.store(), "trace-ana")
                    .getFirst()
                    .task();
            post("/traces/a-examiner/" + task, "answer=Elle+vous+a+soignée");

            assertThat(asked).contains("Question envoyée, réponse attendue", "Je ne connais pas cette personne");
            assertThat(review).contains("Je ne connais pas cette personne");
            assertThat(RunningServer.get(TAB).body()).contains("Réponse reçue", "Elle vous a soignée");
            assertThat(RunningServer.get("/traces/a-examiner").body())
                    .doesNotContain("Je ne connais pas cette personne");
        }

        @Test
        void isRefusedForAnEntryAboutSomebodyElse() {
            TraceFixtures.readByADoctor("trace-bob");

            var answer = post("/dossier/trace-bob/acces/" + entry("read") + "/contestation", "reason=x");

            assertThat(answer).isEqualTo(404);
        }

        /** Sends a form as its page would: with the token that the page carries and the cookie that came with it. */
        private static int post(String path, String form) {
            var page = RunningServer.get(TAB);
            var token = TOKEN.matcher(page.body());
            assertThat(token.find()).isTrue();
            return RunningServer.send(HttpRequest.newBuilder(RunningServer.at(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header(
                                    "Cookie",
                                    page.headers()
                                            .firstValue("Set-Cookie")
                                            .orElseThrow()
                                            .split(";", 2)[0])
                            .POST(BodyPublishers.ofString(form + "&_csrf=" + token.group(1)))
                            .build())
                    .statusCode();
        }
    }

    @Nested
    class TheOfficersSearch {
        @Test
        void findsByPersonPatientStructureAndPurpose() {
            assertThat(RunningServer.get(
                                    "/traces?personne=durand&patient=trace-ana&structure=trace-hospital&but=ETREAT")
                            .body())
                    .contains("Dr Anne Durand", "en urgence")
                    .doesNotContain("pour les soins.");
        }

        @Test
        void isTakenAlongForSpreadsheetsAndAsFhir() {
            var csv = RunningServer.get("/traces?patient=trace-ana&format=csv");
            var fhir = RunningServer.get("/traces?patient=trace-ana&format=ndjson");

            assertThat(csv.body())
                    .contains("\"Dr Anne Durand\";\"Practitioner/trace-durand\";\"trace-hospital\";\"READ\"");
            assertThat(fhir.body().lines())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("{\"resourceType\":\"AuditEvent\""));
        }
    }

    @Nested
    class WhatStandsOut {
        @Test
        void isAnEmergencyThatNobodyReviewed() {
            assertThat(RunningServer.get("/traces/a-examiner").body())
                    .contains("Dr Anne Durand a ouvert le dossier du patient trace-ana");
        }

        @Test
        void isAnAccessForCareWithoutARelation() {
            TraceFixtures.store().update(TraceFixtures.resource("""
                    {"resourceType":"Patient","id":"trace-stranger","name":[{"family":"Neuf"}]}"""));
            TraceFixtures.doctor(Purpose.CARE).read("Patient", "trace-stranger");

            assertThat(RunningServer.get("/traces/a-examiner").body()).contains("patient=trace-stranger");
        }
    }

    @Nested
    class TheDoor {
        @Test
        void isTold() {
            RunningServer.publish(new LoginRefused(
                    "nobody@parvis.example",
                    Refusal.WRONG_PASSWORD,
                    new Origin("10.9.8.7", "Firefox, Linux"),
                    Instant.now()));

            var events = TraceFixtures.store()
                    .search("AuditEvent?date=ge2026-01-01&type=110114&address=10.9.8.7")
                    .matches();

            assertThat(events).hasSize(1).first().satisfies(event -> {
                assertThat(event.at("/subtype/0/code").asText()).isEqualTo("110122");
                assertThat(event.at("/outcome").asText()).isEqualTo("4");
                assertThat(event.at("/agent/0/name").asText()).isEqualTo("nobody@parvis.example");
            });
        }
    }
}
