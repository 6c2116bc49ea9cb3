package org.parvis.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.AccessCodes;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.When;

/** Emergency openings as Tasks, which are completed when somebody has reviewed them. */
final class GlassBreakingResources {

    private static final int MOST = 200;

    private GlassBreakingResources() {}

    static List<GlassBreaking> of(StoreClient store, String patient) {
        return found(store, "&patient=" + patient);
    }

    /** Those that nobody has reviewed, the latest first. */
    static List<GlassBreaking> toReview(StoreClient store) {
        return found(store, "&status=requested,received,accepted,ready,in-progress&_sort=-authored-on");
    }

    private static List<GlassBreaking> found(StoreClient store, String criteria) {
        String address =
                "Task?code=%s%%7C%s&_count=%d%s".formatted(AccessCodes.SYSTEM, AccessCodes.EMERGENCY, MOST, criteria);
        return store.search(address).matches().stream()
                .flatMap(task -> breaking(task).stream())
                .toList();
    }

    static Optional<GlassBreaking> breaking(ObjectNode task) {
        var period = task.path("executionPeriod");
        var person = task.path("requester").path("reference").asText();
        return When.read(period.path("start").asText())
                .or(() -> When.read(task.path("authoredOn").asText()))
                .map(from -> new GlassBreaking(
                        task.path("id").asText(),
                        task.path("requester").path("display").asText(person),
                        person,
                        task.path("for").path("reference").asText().replace("Patient/", ""),
                        from,
                        When.read(period.path("end").asText()),
                        task.path("reasonCode")
                                .path("text")
                                .asText(task.path("description").asText())));
    }
}
