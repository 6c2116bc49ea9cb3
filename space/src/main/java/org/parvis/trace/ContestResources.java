package org.parvis.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.When;

/** Contests as Tasks: the entry is named by its identifier, since the trace stands beside the store's resources. */
final class ContestResources {

    private static final String SYSTEM = "urn:parvis:trace";
    private static final String CODE = "access-contest";
    private static final int MOST = 200;

    private ContestResources() {}

    static ObjectNode task(Access access, String patient, String reason, Caller author, Instant now) {
        var task = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Task")
                .put("status", "requested")
                .put("intent", "order");
        task.putArray("identifier").addObject().put("system", SYSTEM).put("value", access.id());
        task.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", SYSTEM)
                .put("code", CODE);
        task.put("description", reason);
        task.putObject("for").put("reference", "Patient/" + patient);
        author.person().ifPresent(person -> task.putObject("requester").put("reference", person));
        var focus = task.putObject("focus").put("type", "AuditEvent");
        focus.putObject("identifier").put("system", SYSTEM).put("value", access.id());
        return task.put("authoredOn", now.toString());
    }

    /** The Task with the officer's answer. */
    static ObjectNode answered(ObjectNode task, String answer, String officer, Instant now) {
        task.put("status", "completed");
        task.putArray("note")
                .addObject()
                .put("authorString", officer)
                .put("time", now.toString())
                .put("text", answer);
        return task;
    }

    static List<Contest> of(StoreClient store, String patient) {
        return contests(store, "&patient=" + patient);
    }

    /** Those that wait for an answer, the oldest first. */
    static List<Contest> awaited(StoreClient store) {
        return contests(store, "&status=requested&_sort=authored-on");
    }

    private static List<Contest> contests(StoreClient store, String criteria) {
        return store.search("Task?code=%s%%7C%s&_count=%d%s".formatted(SYSTEM, CODE, MOST, criteria)).matches().stream()
                .map(ContestResources::contest)
                .toList();
    }

    static Contest contest(ObjectNode task) {
        JsonNode note = task.path("note").path(0).path("text");
        return new Contest(
                task.path("id").asText(),
                task.path("focus").path("identifier").path("value").asText(),
                task.path("for").path("reference").asText().replace("Patient/", ""),
                When.read(task.path("authoredOn").asText()).orElseThrow(),
                task.path("description").asText(),
                note.isTextual() ? Optional.of(note.asText()) : Optional.empty());
    }
}
