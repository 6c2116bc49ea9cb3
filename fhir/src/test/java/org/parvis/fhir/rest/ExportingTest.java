package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.export.ExportSettings;
import org.parvis.fhir.store.TestPostgres;

/** Bulk Data Access STU2, export.html. */
class ExportingTest {

    private static final String BASE = "http://parvis.test/fhir/";

    private static final long BETWEEN_POLLS = 10_000_000;

    /** More patients than are taken at a time. */
    private static final int CROWD = 25;

    @TempDir
    private static Path folder;

    private static FhirEndpoint endpoint;
    private static FhirClient client;

    @BeforeAll
    static void open() {
        var settings = FhirSettings.defaults().with(new ExportSettings(folder, Duration.ofHours(1), 2, 3));
        endpoint = FhirEndpoint.open(settings, TestPostgres.database());
        client = new FhirClient(endpoint, Caller.system());
        fill();
    }

    private static void fill() {
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

    private static void put(String type, String id, String elements) {
        var answer =
                client.put(type + "/" + id, "{\"resourceType\":\"%s\",\"id\":\"%s\"%s}".formatted(type, id, elements));
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    private static void putObservation(String id, String patient, String status) {
        put("Observation", id, """
                ,"status":"%s","code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]},
                "subject":{"reference":"Patient/%s"},"valueString":"haut, très haut\\nvraiment\"""".formatted(status, patient));
    }

    private static String group(String... members) {
        var written = new ArrayList<String>();
        for (String member : members) {
            written.add("{\"entity\":{\"reference\":\"" + member + "\"}}");
        }
        return ",\"type\":\"person\",\"actual\":true,\"member\":[" + String.join(",", written) + "]";
    }

    private static FhirClient.Received start(String address, String... headers) {
        var all = new ArrayList<>(List.of("prefer", "respond-async", "accept", "application/fhir+json"));
        all.addAll(List.of(headers));
        return client.get(address, all.toArray(String[]::new));
    }

    private static String followed(FhirClient.Received started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started.headers().getOrDefault("Content-Location", "").substring(BASE.length());
    }

    private static FhirClient.Received ended(FhirClient asking, String status) {
        for (var answer = asking.get(status); ; answer = asking.get(status)) {
            if (answer.status() != 202) {
                return answer;
            }
            assertThat(answer.headers()).containsKeys("X-Progress", "Retry-After");
            LockSupport.parkNanos(BETWEEN_POLLS);
        }
    }

    private static JsonNode manifest(FhirClient.Received started) {
        var answer = ended(client, followed(started));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The lines of each file, by the type that the manifest names. */
    private static Map<String, List<String>> lines(JsonNode items) {
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
    private static Set<String> exported(JsonNode manifest) {
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

    @Nested
    class KickingOff {
        @Test
        void asksForAnAsynchronousAnswer() {
            assertThat(client.get("$export").status()).isEqualTo(400);
        }

        @Test
        void isPossibleWithPostToo() {
            var started = client.post(
                    "$export",
                    "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"_type\",\"valueString\":\"Practitioner\"}]}",
                    "prefer",
                    "respond-async");

            assertThat(exported(manifest(started))).containsExactly("Practitioner/doc");
        }

        @Test
        void refusesWhatItDoesNotUnderstand() {
            assertThat(start("$export?_colour=blue")
                            .json()
                            .at("/issue/0/diagnostics")
                            .asText())
                    .isEqualTo("$export has no parameter '_colour'.");
            assertThat(start("$export?_type=Unicorn").status()).isEqualTo(400);
            assertThat(start("$export?_since=yesterday").status()).isEqualTo(400);
            assertThat(start("$export?_outputFormat=application/parquet").status())
                    .isEqualTo(400);
            assertThat(start("$export?_elements=Patient.name.family").status()).isEqualTo(400);
            assertThat(start("$export?includeAssociatedData=RelevantProvenanceResources")
                            .status())
                    .isEqualTo(400);
            assertThat(start("$export?patient=Patient/p").status()).isEqualTo(400);
            assertThat(start("Patient/$export?_type=Practitioner").status()).isEqualTo(400);
            assertThat(start("Group/none/$export").status()).isEqualTo(404);
            assertThat(start("Observation/$export").status()).isEqualTo(404);
        }

        @Test
        void refusesFiltersThatAreNoFilters() {
            assertThat(start("$export?_typeFilter=Observation").status()).isEqualTo(400);
            assertThat(start("$export?_typeFilter=Observation%3Fcolour%3Dblue").status())
                    .isEqualTo(400);
            assertThat(start("$export?_typeFilter=Observation%3F_sort%3Ddate").status())
                    .isEqualTo(400);
            assertThat(start("$export?_type=Patient&_typeFilter=Observation%3Fstatus%3Dfinal")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void tellsALenientCallerWhatItLeftOut() {
            var started =
                    client.get("$export?_type=Practitioner&_colour=blue", "prefer", "respond-async, handling=lenient");

            var remarks = lines(manifest(started).path("error"));

            assertThat(remarks.keySet()).containsExactly("OperationOutcome");
            assertThat(remarks.get("OperationOutcome"))
                    .singleElement()
                    .asString()
                    .contains("$export has no parameter '_colour'.");
        }

        @Test
        void isRefusedToWhoHasTooManyUnfinished() {
            var hurried = client.as(new Caller("hurried", Optional.empty(), Permit.everything()));

            var statuses = new TreeSet<Integer>();
            for (int i = 0; i < 40; i++) {
                statuses.add(hurried.get("$export", "prefer", "respond-async").status());
            }

            assertThat(statuses).containsExactly(202, 429);
        }
    }

    @Nested
    class OfTheWholeSystem {
        @Test
        void holdsEveryResourceAsItIsStored() {
            var manifest = manifest(start("$export?_type=Observation,Practitioner,Provenance,Appointment"));

            var lines = lines(manifest.path("output"));

            assertThat(lines.keySet()).containsExactly("Appointment", "Observation", "Practitioner", "Provenance");
            assertThat(lines.get("Observation"))
                    .contains(
                            client.get("Observation/p1").text(),
                            client.get("Observation/p2").text(),
                            client.get("Observation/q1").text());
            assertThat(manifest.path("request").asText())
                    .isEqualTo(BASE + "$export?_type=Observation,Practitioner,Provenance,Appointment");
            assertThat(manifest.path("requiresAccessToken").asBoolean()).isFalse();
            assertThat(manifest.path("deleted")).isEmpty();
            assertThat(manifest.path("error")).isEmpty();
        }

        @Test
        void holdsChangesAndDeletionsSinceTheOneBefore() {
            put("Location", "stays", "");
            put("Location", "changes", "");
            put("Location", "goes", "");
            put("Location", "comes-back", "");
            String since = manifest(start("$export?_type=Location"))
                    .path("transactionTime")
                    .asText();

            put("Location", "changes", ",\"name\":\"Salle 2\"");
            client.delete("Location/goes");
            client.delete("Location/comes-back");
            put("Location", "comes-back", "");
            var manifest = manifest(start("$export?_type=Location&_since=" + since));

            assertThat(exported(manifest)).containsExactly("Location/changes", "Location/comes-back");
            assertThat(lines(manifest.path("deleted")).get("Bundle"))
                    .containsExactly("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":"
                            + "[{\"request\":{\"method\":\"DELETE\",\"url\":\"Location/goes\"}}]}");
        }

        @Test
        void keepsOnlyTheElementsAskedFor() {
            var manifest = manifest(start("$export?_type=Patient,Practitioner&_elements=Patient.gender"));

            var lines = lines(manifest.path("output"));

            var patient = lines.getOrDefault("Patient", List.of()).stream()
                    .map(FhirClient::read)
                    .filter(line -> line.path("id").asText().equals("p"))
                    .findFirst()
                    .orElseThrow();
            assertThat(patient.path("gender").asText()).isEqualTo("female");
            assertThat(patient.has("birthDate")).isFalse();
            assertThat(patient.at("/meta/tag/0/code").asText()).isEqualTo("SUBSETTED");
            assertThat(lines.get("Practitioner"))
                    .containsExactly(client.get("Practitioner/doc").text());
        }

        @Test
        void keepsWhatAnyFilterOfItsTypeFindsOnce() {
            var filters = "_typeFilter=Observation%3Fstatus%3Dfinal,Observation%3Fcode%3D8302-2%26subject%3DPatient/p";

            var manifest = manifest(start("$export?_type=Observation,Practitioner&" + filters));

            assertThat(exported(manifest))
                    .containsExactly("Observation/p1", "Observation/p2", "Observation/q1", "Practitioner/doc");
        }

        @Test
        void hasNoFileForNothing() {
            var manifest = manifest(start("$export?_type=Observation&_typeFilter=Observation%3Fstatus%3Dcancelled"));

            assertThat(manifest.path("output")).isEmpty();
        }
    }

    @Nested
    class OfPatients {
        @Test
        void holdsWhatIsAboutPatientsAndItsProvenance() {
            var exported =
                    exported(manifest(start("Patient/$export?_type=Patient,Observation,Provenance,Appointment")));

            assertThat(exported)
                    .contains(
                            "Patient/p",
                            "Patient/q",
                            "Observation/p1",
                            "Observation/q1",
                            "Provenance/of-p1",
                            "Appointment/both");
            assertThat(exported(manifest(start("Patient/$export"))))
                    .contains("Patient/p", "Provenance/of-p1")
                    .doesNotContain("Practitioner/doc");
        }

        @Test
        void saysWhichTypesAreNeverAboutAPatient() {
            var manifest = manifest(start("Patient/$export?_type=Practitioner,Patient"));

            assertThat(lines(manifest.path("output")).keySet()).containsExactly("Patient");
            assertThat(lines(manifest.path("error")).get("OperationOutcome"))
                    .singleElement()
                    .asString()
                    .contains("Practitioner is never about a patient and was left out.");
        }

        @Test
        void holdsOnlyThePatientsNamed() {
            var started = client.post("Patient/$export", named("p"), "prefer", "respond-async");

            assertThat(exported(manifest(started)))
                    .containsExactly(
                            "Appointment/both",
                            "Group/of-p",
                            "Observation/p1",
                            "Observation/p2",
                            "Patient/p",
                            "Provenance/of-p1");
        }

        @Test
        void isRefusedForPatientsWhoAreNotHere() {
            var refused = client.post("Patient/$export", named("nobody"), "prefer", "respond-async");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/issue/0/diagnostics").asText()).isEqualTo("Patient/nobody is not here.");
        }

        private static String named(String patient) {
            return """
                    {"resourceType":"Parameters","parameter":[
                     {"name":"patient","valueReference":{"reference":"Patient/%s"}}]}""".formatted(patient);
        }
    }

    @Nested
    class OfAGroup {
        @Test
        void holdsTheDataOfItsMembers() {
            var expected = new String[] {
                "Appointment/both", "Group/of-p", "Observation/p1", "Observation/p2", "Patient/p", "Provenance/of-p1"
            };

            assertThat(exported(manifest(start("Group/of-p/$export")))).containsExactly(expected);
            assertThat(exported(manifest(start("Group/nested/$export")))).containsExactly(expected);
        }

        @Test
        void holdsNothingOfWhoLeft() {
            assertThat(exported(manifest(start("Group/left/$export")))).isEmpty();
        }

        @Test
        void holdsWhatNamesSeveralMembersOnce() {
            var members = new ArrayList<String>();
            var expected = new TreeSet<>(Set.of("Appointment/crowd"));
            var participants = new ArrayList<String>();
            for (int i = 0; i < CROWD; i++) {
                String id = "crowd-" + i;
                put("Patient", id, "");
                putObservation(id, id, "final");
                members.add("Patient/" + id);
                participants.add("{\"actor\":{\"reference\":\"Patient/" + id + "\"},\"status\":\"accepted\"}");
                expected.addAll(Set.of("Patient/" + id, "Observation/" + id));
            }
            put("Appointment", "crowd", ",\"status\":\"booked\",\"participant\":" + participants);
            put("Group", "crowd", group(members.toArray(String[]::new)));

            var manifest = manifest(start("Group/crowd/$export?_type=Patient,Observation,Appointment"));
            var filtered =
                    manifest(start("Group/crowd/$export?_type=Observation&_typeFilter=Observation%3Fcode%3D8302-2"));

            assertThat(exported(manifest)).isEqualTo(expected);
            assertThat(exported(filtered)).hasSize(CROWD);
        }

        @Test
        void isRefusedForPatientsWhoAreNoMembers() {
            var refused = client.post("Group/of-p/$export", OfPatients.named("q"), "prefer", "respond-async");

            assertThat(refused.json().at("/issue/0/diagnostics").asText())
                    .isEqualTo("Patient/q is no member of Group/of-p.");
        }
    }

    @Nested
    class WithinAPermit {
        @Test
        void holdsOnlyWhatItsRequesterMaySee() {
            var nurse = client.as(new Caller("nurse", Optional.empty(), Permit.patients(Set.of("q"))));

            String status =
                    followed(nurse.get("$export?_type=Patient,Observation,Practitioner", "prefer", "respond-async"));
            var manifest = ended(nurse, status).json();

            assertThat(exported(manifest)).containsExactly("Observation/q1", "Patient/q", "Practitioner/doc");
        }

        @Test
        void isKnownToItsRequesterOnly() {
            String status = followed(start("$export?_type=Practitioner"));
            var other = client.as(new Caller("other", Optional.empty(), Permit.everything()));

            assertThat(other.get(status).status()).isEqualTo(404);
            assertThat(other.delete(status).status()).isEqualTo(404);
            assertThat(ended(client, status).status()).isEqualTo(200);
        }
    }

    @Nested
    class Fetching {
        @Test
        void needsTheSignatureOfThisServer() {
            var manifest = manifest(start("$export?_type=Practitioner"));
            String url = manifest.at("/output/0/url").asText().substring(BASE.length());

            assertThat(client.get(url).headers()).containsEntry("Content-Type", "application/fhir+ndjson");
            assertThat(client.get(url.replace("Practitioner-0", "Practitioner-1"))
                            .status())
                    .isEqualTo(403);
            assertThat(client.get(url.replace("expires=", "expires=9")).status())
                    .isEqualTo(403);
            assertThat(client.get(url.substring(0, url.indexOf('?'))).status()).isEqualTo(403);
        }

        @Test
        void isCompressedWhenAsked() throws IOException {
            var manifest = manifest(start("$export?_type=Practitioner"));
            String url = manifest.at("/output/0/url").asText().substring(BASE.length());
            int mark = url.indexOf('?');

            var answer = endpoint.answer(new FhirRequest(
                    "GET",
                    url.substring(0, mark),
                    url.substring(mark + 1),
                    Map.of("accept-encoding", "br, gzip"),
                    new byte[0],
                    Caller.system()));

            var sent = new ByteArrayOutputStream();
            ((Body.Streamed) answer.body()).writer().write(sent);
            var unpacked = new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes();
            assertThat(answer.headers()).containsEntry("Content-Encoding", "gzip");
            assertThat(new String(unpacked, StandardCharsets.UTF_8))
                    .isEqualTo(client.get("Practitioner/doc").text() + "\n");
        }
    }

    @Nested
    class CallingOff {
        @Test
        void removesTheFilesAndForgetsTheExport() {
            String status = followed(start("$export?_type=Practitioner"));
            String url =
                    ended(client, status).json().at("/output/0/url").asText().substring(BASE.length());

            var cancelled = client.delete(status);

            assertThat(cancelled.status()).isEqualTo(202);
            assertThat(client.get(status).status()).isEqualTo(404);
            assertThat(client.delete(status).status()).isEqualTo(404);
            assertThat(client.get(url).status()).isEqualTo(410);
        }
    }
}
