package org.parvis.fhir.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.parvis.fhir.export.ExportStatus;
import org.parvis.fhir.export.Exports;
import org.parvis.fhir.export.Kickoff;
import org.parvis.fhir.export.Kickoff.Level;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.trace.Action;

/** The operation `$export` with its status and its files (Bulk Data Access STU2). */
final class Exporting {

    private static final String DEFINITION = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/";
    private static final String ASK_AGAIN_IN_SECONDS = "5";

    private final Exports exports;

    Exporting(Exports exports) {
        this.exports = exports;
    }

    List<Route> routes() {
        return List.of(
                Route.operation(
                                DEFINITION + "export",
                                "GET POST",
                                "$export",
                                call -> start(call, new Level.WholeSystem()))
                        .tracedAs(Action.EXPORT),
                Route.operation(
                                DEFINITION + "patient-export",
                                "GET POST",
                                "Patient/$export",
                                call -> start(call, new Level.AllPatients()))
                        .tracedAs(Action.EXPORT),
                Route.operation(
                                DEFINITION + "group-export",
                                "GET POST",
                                "Group/{id}/$export",
                                call -> start(call, new Level.GroupMembers(call.segment(1))))
                        .tracedAs(Action.EXPORT),
                Route.untold("GET", "$export/{job}", this::status),
                Route.untold("DELETE", "$export/{job}", this::cancel),
                Route.untold("GET", "$export/{job}/{file}", this::file).tracedAs(Action.EXPORT));
    }

    /** Begins an export and says where to ask how far it is. */
    private Answer start(Call call, Level level) {
        if (!call.prefers("respond-async")) {
            throw Refusal.invalid("An export takes its time: send 'Prefer: respond-async'.", null);
        }
        String id = exports.start(new Kickoff(
                call.caller(),
                Addresses.of(call, null),
                call.base(),
                level,
                Inputs.of(call),
                call.method().equals("POST"),
                call.isLenient()));
        return Answer.empty(202, null).with(Map.of("Content-Location", call.base() + "/$export/" + id));
    }

    /** How far an export is. */
    private Answer status(Call call) {
        return status(exports.status(call.segment(1), call.caller(), call.base()));
    }

    private Answer cancel(Call call) {
        exports.cancel(call.segment(1), call.caller());
        return Answer.empty(202, null);
    }

    /** One file of an export, compressed on its way when the caller accepts that. */
    private Answer file(Call call) {
        Path file = exports.file(
                call.segment(1),
                call.segment(2),
                expires(call),
                call.parameter("signature").orElse(""));
        var headers = new HashMap<String, String>();
        headers.put("Vary", "Accept-Encoding");
        headers.put("Cache-Control", "private");
        if (call.header("accept-encoding").orElse("").contains("gzip")) {
            headers.put("Content-Encoding", "gzip");
            return raw(200, "application/fhir+ndjson", new Body.Streamed(out -> compress(file, out)), headers);
        }
        return raw(200, "application/fhir+ndjson", new Body.Streamed(out -> Files.copy(file, out)), headers);
    }

    private static Answer status(ExportStatus status) {
        return switch (status) {
            case ExportStatus.Underway(String progress) ->
                Answer.empty(202, null).with(Map.of("X-Progress", progress, "Retry-After", ASK_AGAIN_IN_SECONDS));
            case ExportStatus.Complete(var manifest, var expires) -> {
                byte[] body = manifest.toString().getBytes(StandardCharsets.UTF_8);
                var headers = Map.of("Expires", HttpDate.of(expires));
                yield raw(200, "application/json", new Body.Whole(body), headers);
            }
            case ExportStatus.Failed(String error) -> throw Refusal.of(500, IssueCode.PROCESSING, error, null);
        };
    }

    private static Answer raw(int status, String type, Body body, Map<String, String> headers) {
        return new Answer(
                status, Optional.of(new Answer.Content.Raw(type, body)), Optional.empty(), Optional.empty(), headers);
    }

    private static long expires(Call call) {
        try {
            return Long.parseLong(call.parameter("expires").orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void compress(Path file, OutputStream out) throws IOException {
        var compressed = new GZIPOutputStream(out);
        Files.copy(file, compressed);
        compressed.finish();
    }
}
