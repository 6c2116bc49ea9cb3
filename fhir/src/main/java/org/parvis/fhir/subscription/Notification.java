package org.parvis.fhir.subscription;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Method;

/**
 * A message to a subscriber (backport-subscription-notification-r4).
 *
 * @param payload how much of each event is told
 * @param base address of this server for its reader
 */
record Notification(
        NotificationType type, Standing standing, List<Event> events, Payload payload, String base, Instant at) {

    Notification {
        events = List.copyOf(events);
    }

    /** The message as a bundle of type history, its status first. */
    ObjectNode bundle(JsonBodies bodies) {
        var bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "history").put("timestamp", at.toString());
        ArrayNode entries = bundle.putArray("entry");
        addStatus(entries.addObject());
        if (payload == Payload.FULL_RESOURCE) {
            for (Event event : events) {
                event.change().ifPresent(change -> addContent(entries.addObject(), event, change, bodies));
            }
        }
        return bundle;
    }

    /** An entry that carries the status: as `$status` would answer, says the guide. */
    ObjectNode addStatus(ObjectNode entry) {
        String id = UUID.randomUUID().toString();
        entry.put("fullUrl", "urn:uuid:" + id).set("resource", status(id));
        entry.putObject("request").put("method", "GET").put("url", address() + "/$status");
        entry.putObject("response").put("status", "200");
        return entry;
    }

    /** The status (backport-subscription-status-r4). */
    ObjectNode status(String id) {
        var parameters = JsonNodeFactory.instance.objectNode();
        parameters.put("resourceType", "Parameters").put("id", id);
        parameters.putObject("meta").putArray("profile").add(Backport.structure("backport-subscription-status-r4"));
        ArrayNode list = parameters.putArray("parameter");
        list.addObject().put("name", "subscription").putObject("valueReference").put("reference", address());
        standing.topic()
                .filter(_ -> payload != Payload.EMPTY)
                .ifPresent(topic -> list.addObject().put("name", "topic").put("valueCanonical", topic));
        list.addObject()
                .put("name", "status")
                .put("valueCode", standing.status().code());
        list.addObject().put("name", "type").put("valueCode", type.code());
        list.addObject()
                .put("name", "events-since-subscription-start")
                .put("valueString", String.valueOf(standing.events()));
        events.forEach(event -> addEvent(list.addObject(), event));
        standing.error()
                .ifPresent(error -> list.addObject()
                        .put("name", "error")
                        .putObject("valueCodeableConcept")
                        .put("text", error));
        return parameters;
    }

    private void addEvent(ObjectNode parameter, Event event) {
        ArrayNode parts = parameter.put("name", "notification-event").putArray("part");
        parts.addObject().put("name", "event-number").put("valueString", String.valueOf(event.number()));
        event.change().ifPresent(change -> {
            parts.addObject()
                    .put("name", "timestamp")
                    .put("valueInstant", change.instant().toString());
            if (payload != Payload.EMPTY) {
                parts.addObject()
                        .put("name", "focus")
                        .putObject("valueReference")
                        .put("reference", base + "/" + change.key());
            }
        });
    }

    private void addContent(ObjectNode entry, Event event, Change change, JsonBodies bodies) {
        entry.put("fullUrl", base + "/" + change.key());
        event.resource().ifPresent(version -> entry.set("resource", bodies.read(version.json())));
        boolean created = change.method() == Method.CREATE;
        entry.putObject("request")
                .put("method", change.method().verb())
                .put("url", created ? change.key().type() : change.key().toString());
        entry.putObject("response").put("status", responseStatus(change));
    }

    private static String responseStatus(Change change) {
        return switch (change.method()) {
            case CREATE -> "201";
            case UPDATE -> change.version() == 1 ? "201" : "200";
            case PATCH -> "200";
            case DELETE -> "204";
        };
    }

    private String address() {
        return base + "/" + SubscriptionResources.TYPE + "/" + standing.id();
    }
}
