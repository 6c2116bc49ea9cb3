package org.parvis.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.parvis.fhir.access.AccessCodes;
import org.parvis.web.When;

/** An emergency access as a Task, which is completed when somebody has reviewed it. */
final class EmergencyResources {

    private EmergencyResources() {}

    static ObjectNode task(String patient, Visitor professional, String reason, Instant from, Instant until) {
        var task = JsonNodeFactory.instance.objectNode();
        task.put("resourceType", "Task").put("status", "in-progress").put("intent", "order");
        task.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", AccessCodes.SYSTEM)
                .put("code", AccessCodes.EMERGENCY);
        task.putObject("for").put("reference", "Patient/" + patient);
        task.put("authoredOn", moment(from));
        task.putObject("executionPeriod").put("start", moment(from)).put("end", moment(until));
        task.putObject("requester")
                .put("reference", professional.caller().person().orElseThrow())
                .put("display", professional.name());
        task.putObject("reasonCode").put("text", reason);
        return task;
    }

    static Optional<EmergencyAccess> access(ObjectNode task) {
        var period = task.path("executionPeriod");
        var from = When.read(period.path("start").asText());
        var until = When.read(period.path("end").asText());
        return from.isEmpty() || until.isEmpty()
                ? Optional.empty()
                : Optional.of(new EmergencyAccess(
                        task.path("id").asText(),
                        task.path("reasonCode").path("text").asText(),
                        from.get().start(),
                        until.get().start()));
    }

    private static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
