package org.parvis.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.RunningServer;

class FhirServletTest {

    private static final String JEANNE = """
            {"resourceType":"Patient","name":[{"family":"Martin","given":["Jeanne"]}]}""";

    @Nested
    class Asking {
        @Test
        void storesAResourceAndFindsItUnderTheAddressGiven() {
            var created = RunningServer.send(
                    fhir("/fhir/Patient").POST(BodyPublishers.ofString(JEANNE)).build());
            var address = created.headers().firstValue("Location").orElseThrow();

            var found = RunningServer.get(address.substring(address.indexOf("/fhir/")));

            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.headers().firstValue("ETag")).hasValue("W/\"1\"");
            assertThat(found.body()).isEqualTo(created.body());
        }

        @Test
        void passesOnTheQueryAsItWasWritten() {
            var found = RunningServer.get("/fhir/Patient?family=No%26body&_summary=count");

            assertThat(found.body()).contains("family=No%26body").contains("\"total\":0");
        }

        @Test
        void takesABarAndBracesThatWereNotEscaped() throws IOException {
            var server = RunningServer.at("/");
            try (var connection = new Socket(server.getHost(), server.getPort())) {
                var request = "GET /fhir/Observation?value-quantity=1|http://unitsofmeasure.org|{score}&_summary=count"
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
                connection.getOutputStream().write(request.getBytes(UTF_8));

                var answer = new String(connection.getInputStream().readAllBytes(), UTF_8);

                assertThat(answer).startsWith("HTTP/1.1 200").contains("%7Bscore%7D");
            }
        }

        @Test
        void passesOnHeaders() {
            var created = RunningServer.send(
                    fhir("/fhir/Patient").POST(BodyPublishers.ofString(JEANNE)).build());
            var address = created.headers().firstValue("Location").orElseThrow();
            var current = address.substring(address.indexOf("/fhir/"), address.indexOf("/_history"));

            var unchanged = RunningServer.send(
                    fhir(current).header("If-None-Match", "W/\"1\"").build());

            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
        }

        @Test
        void leavesTheBodyOutOfAnAnswerToHead() {
            var answer = RunningServer.send(fhir("/fhir/metadata").HEAD().build());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }

        @Test
        void packsAnAnswerForWhoeverAsksForIt() {
            var packed = RunningServer.send(
                    fhir("/fhir/metadata").header("Accept-Encoding", "gzip").build());

            assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(RunningServer.get("/fhir/metadata").headers().firstValue("Content-Encoding"))
                    .isEmpty();
        }
    }

    @Nested
    class FollowingTheFeed {
        @Test
        void isToldOfAChangeAsItIsMade() throws Exception {
            try (var client = HttpClient.newHttpClient();
                    var feed = new BufferedReader(new InputStreamReader(follow(client), UTF_8))) {
                var created = RunningServer.send(fhir("/fhir/Patient")
                        .POST(BodyPublishers.ofString(JEANNE))
                        .build());

                var told = feed.readLine();

                assertThat(told).contains(id(created.body()));
                client.shutdownNow();
            }
        }

        private static String id(String resource) {
            var id = Pattern.compile("\"id\":\"[^\"]+\"").matcher(resource);
            assertThat(id.find()).isTrue();
            return id.group();
        }

        private static InputStream follow(HttpClient client) throws Exception {
            var request = HttpRequest.newBuilder(RunningServer.at("/feed?from=now&follow=true"))
                    .build();
            return client.send(request, BodyHandlers.ofInputStream()).body();
        }
    }

    @Nested
    class ReadingABody {
        @Test
        void unpacksGzip() throws IOException {
            var answer = RunningServer.send(fhir("/fhir/Patient")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(gzip(JEANNE)))
                    .build());

            assertThat(answer.statusCode()).isEqualTo(201);
        }

        @Test
        void refusesAnAnnouncedLengthOverTheLimit() {
            assertIsTooLong(BodyPublishers.ofByteArray(tooMuch()));
        }

        @Test
        void refusesAnUnannouncedLengthOverTheLimit() {
            assertIsTooLong(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch())));
        }

        @Test
        void refusesWhatUnpacksToMoreThanTheLimit() throws IOException {
            var answer = RunningServer.send(fhir("/fhir/Patient")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(gzip(" ".repeat(tooMuch().length))))
                    .build());

            assertThat(answer.statusCode()).isEqualTo(413);
        }

        @Test
        void refusesWhatIsNotTheGzipItIsSaidToBe() {
            var answer = RunningServer.send(fhir("/fhir/Patient")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofString(JEANNE))
                    .build());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("The body is announced as gzip and is not.");
        }

        @Test
        void refusesAPackingItDoesNotKnow() {
            var answer = RunningServer.send(fhir("/fhir/Patient")
                    .header("Content-Encoding", "zstd")
                    .POST(BodyPublishers.ofString(JEANNE))
                    .build());

            assertThat(answer.statusCode()).isEqualTo(415);
        }

        private static void assertIsTooLong(BodyPublisher body) {
            var answer = RunningServer.send(fhir("/fhir/Patient").POST(body).build());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"code\":\"too-long\"");
        }

        private static byte[] tooMuch() {
            return new byte[50 * 1024 * 1024 + 1];
        }

        private static byte[] gzip(String text) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var packed = new GZIPOutputStream(bytes)) {
                packed.write(text.getBytes(UTF_8));
            }
            return bytes.toByteArray();
        }
    }

    private static HttpRequest.Builder fhir(String path) {
        return HttpRequest.newBuilder(RunningServer.at(path)).header("Content-Type", "application/fhir+json");
    }
}
