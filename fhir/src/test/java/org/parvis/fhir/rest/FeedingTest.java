package org.parvis.fhir.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.store.TestPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FhirEndpoint endpoint;
    private FhirClient client;

    @BeforeAll
    void openTheEndpoint() {
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
    }

    @AfterAll
    void closeTheEndpoint() {
        endpoint.close();
    }

    private void putPatient(String id) {
        client.put("Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"%s\"}".formatted(id));
    }

    private void putObservation(String id, String patient) {
        client.put("Observation/" + id, """
                {"resourceType":"Observation","id":"%s","status":"final","code":{"text":"weight"},
                 "subject":{"reference":"Patient/%s"}}""".formatted(id, patient));
    }

    private String end() {
        List<JsonNode> all = lines(client.get("feed"));
        return all.isEmpty() ? "start" : all.getLast().path("position").asText();
    }

    private static List<JsonNode> lines(FhirClient.Received received) {
        var lines = new ArrayList<JsonNode>();
        received.text().lines().forEach(line -> lines.add(read(line)));
        return lines;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> told(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.path("op").asText() + " " + line.path("type").asText() + "/"
                        + line.path("id").asText() + " " + line.path("version").asText())
                .toList();
    }

    @Nested
    class Lines {

        @Test
        void tellWhatHappenedToWhomAndWhen() {
            String from = end();
            putPatient("p1");
            putObservation("o1", "p1");

            var received = client.get("feed?from=" + from);

            assertThat(received.headers()).containsEntry("Content-Type", "application/fhir+ndjson;charset=UTF-8");
            JsonNode line = lines(received).getLast();
            assertThat(line.path("position").asText()).isEqualTo(end());
            assertThat(line.path("at").asText())
                    .isEqualTo(client.get("Observation/o1")
                            .json()
                            .at("/meta/lastUpdated")
                            .asText());
            assertThat(line.path("patient").asText()).isEqualTo("Patient/p1");
            assertThat(told(lines(received))).containsExactly("update Patient/p1 1", "update Observation/o1 1");
        }

        @Test
        void tellWhatMadeEachVersion() {
            String from = end();
            String id = client.post("Patient", "{\"resourceType\":\"Patient\"}")
                    .json()
                    .path("id")
                    .asText();
            client.send(
                    "PATCH",
                    "Patient/" + id,
                    "[{\"op\":\"add\",\"path\":\"/active\",\"value\":true}]",
                    "content-type",
                    "application/json-patch+json");
            putPatient(id);
            client.delete("Patient/" + id);

            assertThat(told(lines(client.get("feed?from=" + from))))
                    .containsExactly(
                            "create Patient/%s 1".formatted(id),
                            "patch Patient/%s 2".formatted(id),
                            "update Patient/%s 3".formatted(id),
                            "delete Patient/%s 4".formatted(id));
        }

        @Test
        void areAtMostTheLimit() {
            String from = end();
            putPatient("p3");
            putPatient("p4");

            assertThat(told(lines(client.get("feed?limit=1&from=" + from)))).containsExactly("update Patient/p3 1");
        }

        @Test
        void areOfTheTypesAskedFor() {
            String from = end();
            putPatient("p5");
            putObservation("o5", "p5");

            assertThat(told(lines(client.get("feed?type=Observation,Device&from=" + from))))
                    .containsExactly("update Observation/o5 1");
        }

        @Test
        void beginAtTheEndWhenAskedForNow() {
            putPatient("p6");

            assertThat(client.get("feed?from=now").text()).isEmpty();
        }

        @Test
        void areAllThereWhenThereAreManyBatches() {
            String from = end();
            String entries = IntStream.range(0, 1100).mapToObj("""
                            {"resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"},
                             "fullUrl":"urn:uuid:many-%d"}"""::formatted).collect(Collectors.joining(","));
            client.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}");

            assertThat(lines(client.get("feed?from=" + from))).hasSize(1100);
        }
    }

    @Nested
    class Access {

        private final Caller onlyP7 = Caller.program("nurse", Optional.empty(), Permit.patients(Set.of("p7")));

        @Test
        void leavesOutWhatTheCallerMayNotSee() {
            String from = end();
            putPatient("p7");
            putPatient("p8");
            putObservation("o8", "p8");
            putObservation("o7", "p7");

            assertThat(told(lines(client.as(onlyP7).get("feed?from=" + from))))
                    .containsExactly("update Patient/p7 1", "update Observation/o7 1");
        }

        @Test
        void leavesOutTheFormerVersionsOfWhatTheCallerMayNoLongerSee() {
            String from = end();
            putPatient("p7");
            putPatient("p9");
            putObservation("moved", "p7");
            putObservation("moved", "p9");

            assertThat(told(lines(client.as(onlyP7).get("feed?from=" + from))))
                    .noneMatch(line -> line.contains("moved"));
        }
    }

    @Nested
    class Refusing {

        @Test
        void namesAPositionThatWasNeverTold() {
            var received = client.get("feed?from=9-9-9");

            assertThat(received.status()).isEqualTo(410);
            assertThat(received.text()).contains("9-9-9");
        }

        @Test
        void namesAnUnknownTypeOrParameter() {
            assertThat(client.get("feed?type=Animal").text()).contains("Animal");
            assertThat(client.get("feed?until=now").text()).contains("until");
            assertThat(client.get("feed?limit=0").status()).isEqualTo(400);
            assertThat(client.get("feed?follow=yes").status()).isEqualTo(400);
        }
    }

    @Nested
    class Following {

        @Test
        void seesCommitsAsTheyComeAsEvents() throws Exception {
            String from = end();

            try (var follower = new Follower("from=" + from, Map.of("accept", "text/event-stream"))) {
                putPatient("f1");

                String id = follower.line();
                assertThat(id).startsWith("id: ");
                assertThat(read(follower.line().substring("data: ".length()))
                                .path("id")
                                .asText())
                        .isEqualTo("f1");
                assertThat(follower.line()).isEmpty();
                assertThat(id).isEqualTo("id: " + end());
            }
        }

        @Test
        void goesOnAfterTheLastEventThatABrowserSaw() throws Exception {
            putPatient("f2");
            String seen = end();
            putPatient("f3");

            try (var follower =
                    new Follower("from=start", Map.of("accept", "text/event-stream", "last-event-id", seen))) {
                follower.line();

                assertThat(follower.line()).contains("\"f3\"");
            }
        }

        @Test
        void showsThatTheServerIsStillThere() throws Exception {
            try (var follower = new Follower("from=now&heartbeat=1", Map.of("accept", "text/event-stream"))) {
                assertThat(follower.line()).isEqualTo(": still here");
            }
        }

        @Test
        void writesLinesWhenAskedTo() throws Exception {
            try (var follower = new Follower("from=now&follow=true", Map.of())) {
                putPatient("f4");

                assertThat(follower.line()).contains("\"f4\"");
            }
        }

        @Test
        void endsWhenTheReaderGoesAway() throws Exception {
            var follower = new Follower("from=now&heartbeat=1", Map.of("accept", "text/event-stream"));

            follower.close();

            follower.writer.join(10_000);
            assertThat(follower.writer.isAlive()).isFalse();
        }
    }

    /** A reader at the other end of a pipe. */
    private final class Follower implements AutoCloseable {

        private final Thread writer;
        private final PipedInputStream in = new PipedInputStream(1 << 16);
        private final BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));

        Follower(String query, Map<String, String> headers) throws IOException {
            var out = new PipedOutputStream(in);
            var response = endpoint.answer(
                    new FhirRequest("GET", "feed", query, headers, new byte[0], Caller.system(), Origin.here()));
            var streamed = (Body.Streamed) response.body();
            // A platform thread, since a pipe tells a dead writer from a live one.
            writer = Thread.ofPlatform().start(() -> {
                try {
                    streamed.writer().write(out);
                } catch (IOException e) {
                    // The reader went away.
                }
            });
        }

        String line() throws IOException {
            return reader.readLine();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
