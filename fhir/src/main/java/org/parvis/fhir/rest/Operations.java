package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.parvis.fhir.content.FhirPathPatch;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.JsonPatch;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.trace.AuditEventResources;
import org.parvis.fhir.transact.Operation;
import org.parvis.fhir.transact.Operation.Aim;

/** Reads the changing interactions, alone or as entries of a bundle, into operations (R4 http.html, 3.1.0.4 to 3.1.0.8). */
final class Operations {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private final Searcher searcher;
    private final JsonBodies json;
    private final Soundness soundness;
    private final JsonPatch jsonPatch;
    private final FhirPathPatch fhirPathPatch;

    Operations(
            Searcher searcher, JsonBodies json, Soundness soundness, JsonPatch jsonPatch, FhirPathPatch fhirPathPatch) {
        this.searcher = searcher;
        this.json = json;
        this.soundness = soundness;
        this.jsonPatch = jsonPatch;
        this.fhirPathPatch = fhirPathPatch;
    }

    /** Whether this call changes a resource. */
    static boolean changes(Call call) {
        return switch (call.method()) {
            case "POST" -> call.segments().size() == 1;
            case "PUT", "PATCH", "DELETE" ->
                call.segments().size() == 1 || call.segments().size() == 2;
            default -> false;
        };
    }

    /**
     * The operation that a call asks for.
     *
     * @param fullUrl how other entries of the bundle refer to this one
     */
    Operation read(Call call, Optional<String> fullUrl) {
        String type = call.segment(0);
        soundness.requireType(type);
        if (type.equals(AuditEventResources.TYPE)) {
            throw Refusal.notSupported(
                    "An AuditEvent is sent by itself, or in a batch: it is no part of a transaction.");
        }
        return switch (call.method()) {
            case "POST" -> create(call, type, fullUrl);
            case "PUT" -> update(call, type, fullUrl);
            case "PATCH" -> new Operation.Patch(call.at(type), aim(call), change(call), ifMatch(call));
            case "DELETE" -> new Operation.Delete(call.at(type), aim(call), ifMatch(call));
            default -> throw new IllegalArgumentException(call.method() + " changes nothing");
        };
    }

    private Operation create(Call call, String type, Optional<String> fullUrl) {
        ObjectNode resource = soundness.checked(call, type);
        Optional<Query> ifNoneExist = call.header("if-none-exist")
                .map(criteria -> criteria.substring(criteria.indexOf('?') + 1))
                .map(criteria -> criteria(type, Parameter.parse(criteria)));
        return new Operation.Create(call.at(type), fullUrl, type, resource, ifNoneExist);
    }

    private Operation update(Call call, String type, Optional<String> fullUrl) {
        ObjectNode resource = soundness.checked(call, type);
        Aim aim = aim(call);
        if (aim instanceof Aim.Id(String _, String id)
                && !resource.path("id").asText().equals(id)) {
            throw Refusal.invalid(
                    "The resource must carry the id '%s' of its address, not '%s'."
                            .formatted(id, resource.path("id").asText()),
                    call.at(type) + ".id");
        }
        return new Operation.Update(call.at(type), fullUrl, aim, resource, ifMatch(call));
    }

    private Aim aim(Call call) {
        String type = call.segment(0);
        if (call.segments().size() == 2) {
            return new Aim.Id(type, requireId(call.segment(1)));
        }
        return new Aim.Match(criteria(type, call.parameters()));
    }

    /** An id that R4 allows, or a refusal. */
    static String requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.invalid(
                    "'%s' cannot be an id: it takes 1 to 64 letters, digits, - and .".formatted(id), null);
        }
        return id;
    }

    private Query criteria(String type, List<Parameter> parameters) {
        Query query = searcher.parse(type, parameters, Optional.empty(), false);
        if (!query.hasConditions()) {
            throw Refusal.of(
                    412, IssueCode.PROCESSING, "A conditional interaction needs at least one condition.", type);
        }
        return query;
    }

    private static OptionalInt ifMatch(Call call) {
        Optional<String> header = call.header("if-match");
        if (header.isEmpty()) {
            return OptionalInt.empty();
        }
        var tag = ETAG.matcher(header.get().trim());
        if (!tag.matches()) {
            throw Refusal.invalid("If-Match is '%s'; it must be like W/\"3\".".formatted(header.get()), null);
        }
        return OptionalInt.of(Integer.parseInt(tag.group(1)));
    }

    private UnaryOperator<ObjectNode> change(Call call) {
        UnaryOperator<ObjectNode> change = isJsonPatch(call) ? jsonPatch(json.readPatch(call.raw())) : patch(call);
        return before -> soundness.checkPatched(change.apply(before), before, call);
    }

    private static boolean isJsonPatch(Call call) {
        return call.header("content-type").orElse("").startsWith("application/json-patch+json");
    }

    private UnaryOperator<ObjectNode> patch(Call call) {
        ObjectNode patch = call.content().get();
        return switch (patch.path("resourceType").asText()) {
            case "Binary" -> jsonPatch(json.readPatch(binary(patch, call)));
            case "Parameters" -> before -> fhirPathPatch.apply(before, patch);
            default -> throw Refusal.invalid("A patch is a JSON Patch or a FHIRPath Patch.", call.place());
        };
    }

    private UnaryOperator<ObjectNode> jsonPatch(ArrayNode operations) {
        return before -> jsonPatch.apply(before, operations);
    }

    // In a bundle, a JSON Patch travels as a Binary (R4 http.html, 3.1.0.8.1).
    private static byte[] binary(ObjectNode patch, Call call) {
        try {
            return Base64.getDecoder().decode(patch.path("data").asText());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("The patch's data is not base64.", call.place());
        }
    }
}
