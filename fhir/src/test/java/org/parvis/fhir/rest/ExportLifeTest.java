package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;

/** How an export is asked for, fetched and called off: Bulk Data Access STU2, export.html. */
class ExportLifeTest extends ExportingFixture {

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
            var hurried = client.as(Caller.program("hurried", Optional.empty(), Permit.everything()));

            var statuses = new TreeSet<Integer>();
            for (int i = 0; i < 40; i++) {
                statuses.add(hurried.get("$export", "prefer", "respond-async").status());
            }

            assertThat(statuses).containsExactly(202, 429);
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
                    Caller.system(),
                    Origin.here()));

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
