package org.parvis.oversight;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;
import org.parvis.web.PageVisit;

class FeedJourney {

    @Nested
    class Watching {
        @Test
        void showsAChangeThatIsMadeMeanwhile() {
            var id = "watched-" + System.nanoTime();

            PageVisit.acting("/flux", page -> {
                RunningServer.send(HttpRequest.newBuilder(RunningServer.at("/fhir/Patient/" + id))
                        .header("Content-Type", "application/fhir+json")
                        .PUT(BodyPublishers.ofString("{\"resourceType\":\"Patient\",\"id\":\"%s\"}".formatted(id)))
                        .build());

                page.getByText("Patient/" + id).waitFor();
            });
        }
    }
}
