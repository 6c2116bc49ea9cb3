package org.parvis.fhir.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.OperationOutcome;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.transact.Done;
import org.parvis.fhir.transact.Operation;
import org.parvis.fhir.transact.Unit;
import org.parvis.fhir.transact.Writer;

/** Create, update, patch and delete as interactions of their own (R4 http.html, 3.1.0.4 to 3.1.0.8). */
final class Changing {

    private final Writer writer;
    private final Operations operations;

    Changing(Writer writer, Operations operations) {
        this.writer = writer;
        this.operations = operations;
    }

    List<Route> routes() {
        return List.of(
                Route.interaction("create", "POST", "{type}", this::change),
                Route.interaction("update", "PUT", "{type}/{id}", this::change),
                Route.interaction("patch", "PATCH", "{type}/{id}", this::change),
                Route.interaction("delete", "DELETE", "{type}/{id}", this::change),
                Route.untold("PUT PATCH DELETE", "{type}", this::change));
    }

    private Answer change(Call call) {
        Operation operation = operations.read(call, Optional.empty());
        Done done = writer.write(new Unit(List.of(operation), call.caller(), call.origin(), call.base()))
                .getFirst();
        return answer(call, operation, done);
    }

    /** What to tell of an operation that was carried out. */
    static Answer answer(Call call, Operation operation, Done done) {
        if (done.kind() == Done.Kind.DELETED) {
            return Answer.empty(204, done.version().orElse(null));
        }
        Version version = done.version().orElseThrow(() -> new IllegalStateException("Nothing came of " + operation));
        int status = done.kind() == Done.Kind.CREATED ? 201 : 200;
        return shown(call, status, version).at(Addresses.of(call.base(), version));
    }

    private static Answer shown(Call call, int status, Version version) {
        return switch (call.preference("return").orElse("representation")) {
            case "minimal" -> Answer.empty(status, version);
            case "representation" -> Answer.stored(status, version);
            case "OperationOutcome" -> {
                var issues = new ArrayList<>(call.remarks().issues());
                issues.addFirst(
                        Issue.information("%s is now at version %d.".formatted(version.key(), version.number())));
                yield new Answer(
                        status,
                        Optional.of(new Answer.Content.Made(new OperationOutcome(issues).json())),
                        Optional.of(Answer.Stamp.of(version)),
                        Optional.empty());
            }
            default -> throw Refusal.invalid("Prefer: return takes minimal, representation or OperationOutcome.", null);
        };
    }
}
