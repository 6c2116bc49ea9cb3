package org.parvis.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class OversightPagesTest {

    private static final String SUBSCRIPTION = """
            {"resourceType":"Subscription","id":"oversight-test","status":"requested","reason":"To be seen on the page",
             "criteria":"urn:parvis:topic:Encounter",
             "channel":{"type":"rest-hook","endpoint":"http://localhost:9/nobody-listens","payload":"application/fhir+json",
              "_payload":{"extension":[{"valueCode":"id-only",
               "url":"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content"}]}}}""";

    @Nested
    class Changes {
        @Test
        void tellsTheNewestChangeFirst() {
            var id = "feed-" + System.nanoTime();
            send("/fhir/Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"%s\"}".formatted(id));
            send("/fhir/Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"%s\",\"active\":true}".formatted(id));

            var page = RunningServer.get("/flux").body();

            assertThat(page).containsPattern("(?s)Modification.*Patient/%1$s.*Création.*Patient/%1$s".formatted(id));
        }

        @Test
        void givesTheLivePartAloneToHtmx() {
            var part = RunningServer.send(HttpRequest.newBuilder(RunningServer.at("/flux"))
                    .header("HX-Request", "true")
                    .build());

            assertThat(part.body()).startsWith("<div id=\"live\"").doesNotContain("<html");
            assertThat(RunningServer.get("/flux").body()).contains("<div id=\"live\"");
        }
    }

    @Nested
    class Subscriptions {
        @Test
        void showWhomIsToldWhatAndWhetherItWorks() {
            send("/fhir/Subscription/oversight-test", SUBSCRIPTION);

            // Subscribers are known once the feed has told of them.
            var page = RunningServer.pageWith("/abonnements", "http://localhost:9/nobody-listens");

            assertThat(page).contains("http://localhost:9/nobody-listens", "0 sur 0");
        }
    }

    @Nested
    class Exports {
        @Test
        void showWhatWasAskedAndHowFarItIs() {
            var answer = RunningServer.send(HttpRequest.newBuilder(RunningServer.at("/fhir/$export?_type=Patient"))
                    .header("Accept", "application/fhir+json")
                    .header("Prefer", "respond-async")
                    .build());

            var page = RunningServer.get("/exports").body();

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(page).contains("/fhir/$export?_type=Patient", "<progress max=\"100\"");
        }
    }

    @Nested
    class SearchParameters {
        @Test
        void showHowFarTheIndexingOfAPostedOneIs() {
            send("/fhir/SearchParameter/oversight-test", """
                    {"resourceType":"SearchParameter","id":"oversight-test","status":"active",
                     "url":"https://parvis.example/SearchParameter/oversight-test","name":"OversightTest",
                     "description":"Whether the person is alive","code":"oversight-test","base":["Patient"],
                     "type":"token","expression":"Patient.active"}""");

            var page = RunningServer.get("/parametres-de-recherche").body();

            assertThat(page)
                    .contains("Patient.oversight-test", "https://parvis.example/SearchParameter/oversight-test");
        }
    }

    private static void send(String path, String resource) {
        var answer = RunningServer.send(HttpRequest.newBuilder(RunningServer.at(path))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(resource))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }
}
