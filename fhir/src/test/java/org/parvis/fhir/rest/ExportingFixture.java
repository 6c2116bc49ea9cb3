package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.export.ExportSettings;
import org.parvis.fhir.store.TestPostgres;

/** A store whose resources are exported, and how its files are read. */
abstract class ExportingFixture {

    static final String BASE = "http://parvis.test/fhir/";

    static final long BETWEEN_POLLS = 10_000_000;

    /** More patients than are taken at a time. */
    static final int CROWD = 25;

    @TempDir
    static Path folder;

    static FhirEndpoint endpoint;
    static FhirClient client;

    @BeforeAll
    static void open() {
        var settings = FhirSettings.defaults().with(new ExportSettings(folder, Duration.ofHours(1), 2, 3));
        endpoint = FhirEndpoint.open(settings, TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
        fill();
    }

    static void fill() {
        put("Practitioner", "doc", "");
        put("Patient", "p", ",\"gender\":\"female\",\"birthDate\":\"1950-05-05\"");
        put("Patient", "q", "");
        putObservation("p1", "p", "final");
        putObservation("p2", "p", "preliminary");
        putObservation("q1", "q", "final");
        put("Provenance", "of-p1", """
                ,"target":[{"reference":"Observation/p1"}],"recorded":"2024-01-01T00:00:00Z",
                "agent":[{"who":{"reference":"Practitioner/doc"}}]""");
        put("Appointment", "both", """
                ,"status":"booked","participant":[
                 {"actor":{"reference":"Patient/p"},"status":"accepted"},
                 {"actor":{"reference":"Patient/q"},"status":"accepted"}]""");
        put("Group", "of-p", group("Patient/p"));
        put("Group", "nested", group("Group/of-p"));
        put("Group", "left", group("Patient/q").replace("\"}}", "\"},\"inactive\":true}"));
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    static void put(String type, String id, String elements) {
        var answer =
                client.put(type + "/" + id, "{\"resourceType\":\"%s\",\"id\":\"%s\"%s}".formatted(type, id, elements));
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    static void putObservation(String id, String patient, String status) {
        put("Observation", id, """
                ,"status":"%s","code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]},
                "subject":{"reference":"Patient/%s"},"valueString":"haut, très haut\\nvraiment\"""".formatted(status, patient));
    }

    static String group(String... members) {
        var written = new ArrayList<String>();
        for (String member : members) {
            written.add("{\"entity\":{\"reference\":\"" + member + "\"}}");
        }
        return ",\"type\":\"person\",\"actual\":true,\"member\":[" + String.join(",", written) + "]";
    }

    static FhirClient.Received start(String address, String... headers) {
        var all = new ArrayList<>(List.of("prefer", "respond-async", "accept", "application/fhir+json"));
        all.addAll(List.of(headers));
        return client.get(address, all.toArray(String[]::new));
    }

    static String followed(FhirClient.Received started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started.headers().getOrDefault("Content-Location", "").substring(BASE.length());
    }

    static FhirClient.Received ended(FhirClient asking, String status) {
        for (var answer = asking.get(status); ; answer = asking.get(status)) {
            if (answer.status() != 202) {
                return answer;
            }
            assertThat(answer.headers()).containsKeys("X-Progress", "Retry-After");
            LockSupport.parkNanos(BETWEEN_POLLS);
        }
    }

    static JsonNode manifest(FhirClient.Received started) {
        var answer = ended(client, followed(started));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The lines of each file, by the type that the manifest names. */
    static Map<String, List<String>> lines(JsonNode items) {
        var lines = new TreeMap<String, List<String>>();
        for (JsonNode item : items) {
            var file = client.get(item.path("url").asText().substring(BASE.length()));
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.text().lines()).hasSize(item.path("count").asInt());
            lines.computeIfAbsent(item.path("type").asText(), _ -> new ArrayList<>())
                    .addAll(file.text().lines().toList());
        }
        return lines;
    }

    /** The addresses of all exported resources. */
    static Set<String> exported(JsonNode manifest) {
        var addresses = new TreeSet<String>();
        lines(manifest.path("output")).forEach((type, lines) -> {
            for (String line : lines) {
                assertThat(addresses.add(
                                type + "/" + FhirClient.read(line).path("id").asText()))
                        .as("once")
                        .isTrue();
            }
        });
        return addresses;
    }
}
