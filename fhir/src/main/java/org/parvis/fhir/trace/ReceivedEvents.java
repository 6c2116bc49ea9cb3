package org.parvis.fhir.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;

/** AuditEvents that other systems send (ITI-20), as entries that are searched like Parvis's own. */
public final class ReceivedEvents {

    private final Store store;

    public ReceivedEvents(Store store) {
        this.store = store;
    }

    /** The entry of a sound AuditEvent. Its moment is what it calls recorded; its detail names who sent it. */
    public Entry entry(ObjectNode event, Caller sender, Origin origin) {
        long recorded = micros(event.path("recorded"), 0);
        JsonNode agent = requestor(event);
        return Entry.of(
                        recorded,
                        caller(agent, sender),
                        new Origin(text(agent.path("network").path("address")), origin.session()),
                        Action.RECEIVED,
                        Outcome.of(event.path("outcome").asInt(0)),
                        "",
                        sender.name())
                .about(patients(event))
                .told(new ReceivedEvent(
                        micros(event.path("period").path("start"), recorded),
                        coding(event.path("type")),
                        coding(event.path("subtype").path(0)),
                        event.path("action").asText(),
                        new String(store.bodies().write(event), UTF_8)));
    }

    private long micros(JsonNode instant, long absent) {
        return text(instant)
                .map(written ->
                        DateRange.parse(written, store.settings().zone()).lowMicros())
                .orElse(absent);
    }

    private static JsonNode requestor(ObjectNode event) {
        for (JsonNode agent : event.path("agent")) {
            if (agent.path("requestor").asBoolean()) {
                return agent;
            }
        }
        return event.path("agent").path(0);
    }

    private static Caller caller(JsonNode agent, Caller sender) {
        JsonNode who = agent.path("who");
        String name = text(agent.path("name"))
                .or(() -> text(who.path("display")))
                .or(() -> text(who.path("reference")))
                .orElse(sender.name());
        String reason = agent.path("purposeOfUse")
                .path(0)
                .path("coding")
                .path(0)
                .path("code")
                .asText();
        return new Caller(name, text(who.path("reference")), Optional.empty(), purpose(reason), Permit.everything());
    }

    private static Purpose purpose(String code) {
        for (Purpose purpose : Purpose.values()) {
            if (purpose.code().equals(code)) {
                return purpose;
            }
        }
        return Purpose.SUPPORT;
    }

    private static Set<ResourceKey> patients(ObjectNode event) {
        Set<ResourceKey> patients = new HashSet<>();
        event.path("entity").forEach(entity -> patient(entity.path("what")).ifPresent(patients::add));
        event.path("agent").forEach(agent -> patient(agent.path("who")).ifPresent(patients::add));
        return patients;
    }

    private static Optional<ResourceKey> patient(JsonNode reference) {
        String[] parts = reference.path("reference").asText().split("/", -1);
        return parts.length > 1 && parts[0].equals("Patient")
                ? Optional.of(new ResourceKey(parts[0], parts[1]))
                : Optional.empty();
    }

    private static String coding(JsonNode coding) {
        return coding.isMissingNode()
                ? ""
                : coding.path("system").asText() + "|" + coding.path("code").asText();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
