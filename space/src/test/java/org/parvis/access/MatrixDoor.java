package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.rest.Body;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.FhirRequest;
import org.parvis.fhir.rest.FhirResponse;

/** What a caller is told at once, or much of it: the feed, an export, all about one patient, notifications. */
record MatrixDoor(FhirEndpoint endpoint, Caller caller) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** Everything of this type that the feed tells of. */
    Set<String> fed(String type) {
        var told = new TreeSet<String>();
        text(ask("GET", "feed", "type=" + type, ""))
                .lines()
                .map(MatrixDoor::json)
                .forEach(change -> told.add(
                        change.path("type").asText() + "/" + change.path("id").asText()));
        return told;
    }

    /** Everything of these types that an export holds. */
    Set<String> exported(Set<String> types) {
        var started = ask("GET", "$export", "_type=" + String.join(",", types), "");
        assertThat(started.status()).isEqualTo(202);
        String job = path(started.headers().getOrDefault("Content-Location", ""));
        var done = ask("GET", job, null, "");
        while (done.status() == 202) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            done = ask("GET", job, null, "");
        }
        assertThat(done.status()).as(text(done)).isEqualTo(200);
        var held = new TreeSet<String>();
        for (JsonNode file : json(text(done)).path("output")) {
            var content = follow(path(file.path("url").asText()));
            assertThat(content.status()).as(text(done)).isEqualTo(200);
            text(content).lines().map(MatrixDoor::json).forEach(resource -> held.add(MatrixWorld.reference(resource)));
        }
        ask("DELETE", job, null, "");
        return held;
    }

    /** Everything about this patient, on one page. */
    Set<String> everything(String patient) {
        var all = new TreeSet<String>();
        json(text(ask("GET", patient + "/$everything", "_count=1000", "")))
                .path("entry")
                .forEach(entry -> all.add(MatrixWorld.reference(entry.path("resource"))));
        return all;
    }

    /** Whether they may have themselves notified of what happens to resources of this type. */
    boolean subscribes(String type) {
        return ask("POST", "Subscription", null, """
                        {"resourceType":"Subscription","status":"requested","reason":"matrix","criteria":"urn:parvis:topic:%s",
                         "channel":{"type":"rest-hook","endpoint":"https://parvis.example/heard","payload":"application/fhir+json",
                          "_payload":{"extension":[{"url":"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content",
                           "valueCode":"full-resource"}]}}}""".formatted(type)).status() < 300;
    }

    /** Asks what a link leads to; those of files are signed. */
    private FhirResponse follow(String link) {
        int query = link.indexOf('?');
        return ask("GET", link.substring(0, query), link.substring(query + 1), "");
    }

    private FhirResponse ask(String method, String path, @Nullable String query, String body) {
        return endpoint.answer(new FhirRequest(
                method,
                path,
                query,
                Map.of("host", "localhost", "prefer", "respond-async", "content-type", "application/fhir+json"),
                body.getBytes(UTF_8),
                caller,
                Origin.at("192.0.2.1")));
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/fhir/") + "/fhir/".length());
    }

    private static String text(FhirResponse response) {
        return switch (response.body()) {
            case Body.Whole(byte[] bytes) -> new String(bytes, UTF_8);
            case Body.Streamed(var writer) -> {
                var out = new ByteArrayOutputStream();
                try {
                    writer.write(out);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                yield out.toString(UTF_8);
            }
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
