package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.OperationOutcome;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.trace.Action;
import org.parvis.fhir.validation.Validation;

/** The `$validate` operation: what is wrong with a resource, without storing it (R4 resource-operation-validate.html). */
final class Validating {

    private static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/Resource-validate";

    private final Store store;
    private final Soundness soundness;
    private final Validation validation;

    Validating(Store store, Soundness soundness, Validation validation) {
        this.store = store;
        this.soundness = soundness;
        this.validation = validation;
    }

    List<Route> routes() {
        return List.of(
                Route.operation(DEFINITION, "POST", "{type}/$validate", this::sent),
                Route.operation(DEFINITION, "POST", "{type}/{id}/$validate", this::sent),
                Route.operation(DEFINITION, "GET", "{type}/{id}/$validate", this::stored)
                        .tracedAs(Action.OPERATION));
    }

    /** Validates what was sent: the resource itself, or Parameters that hold it. */
    private Answer sent(Call call) {
        ObjectNode sent = call.content().get();
        boolean wrapped = sent.path("resourceType").asText().equals("Parameters");
        ObjectNode resource = wrapped ? resource(sent) : sent;
        String type = resource.path("resourceType").asText();
        if (!type.equals(call.segment(0))) {
            throw Refusal.invalid("A %s was sent where a %s belongs.".formatted(type, call.segment(0)), null);
        }
        return outcome(resource, wrapped ? value(sent, "profile") : call.parameter("profile"));
    }

    /** Validates what is stored. */
    private Answer stored(Call call) {
        ResourceKey key = call.key();
        ObjectNode resource = store.database()
                .read(connection -> store.versions()
                        .current(
                                connection,
                                key,
                                store.visibility(connection, call.caller().permit())))
                .map(store::tree)
                .orElseThrow(() -> Refusal.notFound("%s is not here.".formatted(key)));
        return outcome(resource, call.parameter("profile"));
    }

    // What breaks R4's structure is told by itself: profiles speak of sound resources only.
    private Answer outcome(ObjectNode resource, Optional<String> profile) {
        List<Issue> issues = soundness.issues(resource);
        List<Issue> told = issues.isEmpty() ? validation.validate(resource, profile.orElse(null)) : issues;
        return Answer.made(200, new OperationOutcome(told).json());
    }

    private static ObjectNode resource(ObjectNode parameters) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals("resource")
                    && parameter.get("resource") instanceof ObjectNode resource) {
                return resource;
            }
        }
        throw Refusal.invalid("Parameters for $validate need a 'resource'.", "Parameters.parameter");
    }

    private static Optional<String> value(ObjectNode parameters, String name) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return Optional.of(parameter
                        .path("valueUri")
                        .asText(parameter.path("valueCanonical").asText()));
            }
        }
        return Optional.empty();
    }
}
