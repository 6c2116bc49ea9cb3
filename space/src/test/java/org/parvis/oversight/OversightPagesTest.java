package org.parvis.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class OversightPagesTest {

    @Nested
    class Changes {
        @Test
        void tellsTheNewestChangeFirst() {
            var id = "feed-" + System.nanoTime();
            put(id, "{\"resourceType\":\"Patient\",\"id\":\"%s\"}".formatted(id));
            put(id, "{\"resourceType\":\"Patient\",\"id\":\"%s\",\"active\":true}".formatted(id));

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

    private static void put(String id, String patient) {
        RunningServer.send(HttpRequest.newBuilder(RunningServer.at("/fhir/Patient/" + id))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(patient))
                .build());
    }
}
