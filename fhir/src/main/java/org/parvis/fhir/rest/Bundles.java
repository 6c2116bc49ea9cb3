package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.OperationOutcome;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.transact.Done;
import org.parvis.fhir.transact.Operation;
import org.parvis.fhir.transact.Unit;
import org.parvis.fhir.transact.Writer;

/** Batch and transaction (R4 http.html, 3.1.0.11). */
final class Bundles {

    private final Writer writer;
    private final Operations operations;
    private final Soundness soundness;
    private final Rendering rendering;
    private final Function<Call, Answer> interactions;

    /** @param interactions answers any single interaction */
    Bundles(
            Writer writer,
            Operations operations,
            Soundness soundness,
            Rendering rendering,
            Function<Call, Answer> interactions) {
        this.writer = writer;
        this.operations = operations;
        this.soundness = soundness;
        this.rendering = rendering;
        this.interactions = interactions;
    }

    List<Route> routes() {
        return List.of(Route.interaction("transaction batch", "POST", "", this::process));
    }

    private Answer process(Call call) {
        ObjectNode bundle = call.content().get();
        if (!bundle.path("resourceType").asText().equals("Bundle")) {
            throw Refusal.invalid("Only a Bundle can be sent to the base address.", null);
        }
        soundness.checkBundle(bundle);
        var entries = new ArrayList<Call>();
        JsonNode sent = bundle.path("entry");
        for (int i = 0; i < sent.size(); i++) {
            entries.add(entry(call, sent.get(i), "Bundle.entry[" + i + "]"));
        }
        return switch (bundle.path("type").asText()) {
            case "transaction" -> transaction(call, entries, sent);
            case "batch" -> batch(entries);
            default ->
                throw Refusal.invalid(
                        "A bundle to process is a batch or a transaction, not a '%s'."
                                .formatted(bundle.path("type").asText()),
                        "Bundle.type");
        };
    }

    private Answer batch(List<Call> entries) {
        var response = response("batch-response");
        for (Call entry : entries) {
            response.withArray("entry").add(batchEntry(entry));
        }
        return Answer.made(200, response);
    }

    private ObjectNode batchEntry(Call entry) {
        try {
            return shown(entry, interactions.apply(entry));
        } catch (Refusal refusal) {
            var shown = JsonNodeFactory.instance.objectNode();
            shown.putObject("response")
                    .put("status", String.valueOf(refusal.status()))
                    .set("outcome", new OperationOutcome(refusal.issues()).json());
            return shown;
        }
    }

    private Answer transaction(Call call, List<Call> entries, JsonNode sent) {
        var changes = new ArrayList<Operation>();
        var places = new HashMap<Integer, Integer>();
        for (int i = 0; i < entries.size(); i++) {
            if (Operations.changes(entries.get(i))) {
                places.put(i, changes.size());
                String fullUrl = sent.get(i).path("fullUrl").asText();
                changes.add(operations.read(entries.get(i), Optional.of(fullUrl).filter(url -> !url.isEmpty())));
            }
        }
        List<Done> done = changes.isEmpty()
                ? List.of()
                : writer.write(new Unit(changes, call.caller(), call.origin(), call.base()));
        var response = response("transaction-response");
        for (int i = 0; i < entries.size(); i++) {
            Integer place = places.get(i);
            // What is read within a transaction sees all that it changed; when it is refused, the changes stand.
            response.withArray("entry")
                    .add(
                            place == null
                                    ? batchEntry(entries.get(i))
                                    : shown(
                                            entries.get(i),
                                            Changing.answer(entries.get(i), changes.get(place), done.get(place))));
        }
        return Answer.made(200, response);
    }

    private static ObjectNode response(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", type);
    }

    private ObjectNode shown(Call entry, Answer answer) {
        var shown = JsonNodeFactory.instance.objectNode();
        var response = shown.putObject("response");
        response.put("status", String.valueOf(answer.status()));
        answer.location().ifPresent(location -> response.put("location", location));
        answer.stamp()
                .ifPresent(stamp -> response.put("etag", stamp.etag())
                        .put("lastModified", stamp.updated().toString()));
        if (!entry.remarks().issues().isEmpty()) {
            response.set("outcome", new OperationOutcome(entry.remarks().issues()).json());
        }
        answer.body().ifPresent(content -> shown.set("resource", rendering.tree(content, entry.base())));
        return shown;
    }

    private static Call entry(Call call, JsonNode entry, String place) {
        JsonNode request = entry.path("request");
        String url = request.path("url").asText();
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        String local =
                path.startsWith(call.base() + "/") ? path.substring(call.base().length() + 1) : path;
        return new Call(
                request.path("method").asText(),
                List.of(local.split("/", -1)),
                mark < 0 ? List.of() : Parameter.parse(url.substring(mark + 1)),
                headers(call, request),
                () -> resource(entry.get("resource"), place),
                new byte[0],
                place,
                call.caller(),
                call.origin(),
                call.base(),
                call.sightings(),
                new Remarks());
    }

    private static ObjectNode resource(@Nullable JsonNode resource, String place) {
        if (resource instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.of(400, IssueCode.REQUIRED, "This entry needs a resource.", place + ".resource");
    }

    // Within a bundle an entry answers briefly, unless the whole request prefers otherwise.
    private static Map<String, String> headers(Call call, JsonNode request) {
        var headers = new HashMap<String, String>();
        headers.put("prefer", call.headers().getOrDefault("prefer", "return=minimal"));
        copy(request, "ifMatch", headers, "if-match");
        copy(request, "ifNoneMatch", headers, "if-none-match");
        copy(request, "ifModifiedSince", headers, "if-modified-since");
        copy(request, "ifNoneExist", headers, "if-none-exist");
        return headers;
    }

    private static void copy(JsonNode request, String member, Map<String, String> headers, String header) {
        if (request.has(member)) {
            headers.put(header, request.path(member).asText());
        }
    }
}
