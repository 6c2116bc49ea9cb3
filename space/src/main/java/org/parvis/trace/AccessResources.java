package org.parvis.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Purpose;
import org.parvis.web.When;

/** Accesses as AuditEvents tell them, Parvis's own and those that other systems sent. */
final class AccessResources {

    private static final String PERSON = "1";

    private AccessResources() {}

    static Access access(ObjectNode event) {
        JsonNode agent = requestor(event);
        return new Access(
                event.path("id").asText(),
                When.read(event.path("recorded").asText()).orElseThrow(),
                text(agent.path("who").path("display"))
                        .or(() -> text(agent.path("name")))
                        .orElse("?"),
                text(agent.path("who").path("reference")),
                behalf(agent, "Organization/"),
                behalf(agent, "Patient/").isPresent(),
                text(agent.path("network").path("address")),
                Deed.of(
                        event.path("subtype").path(0).path("code").asText(),
                        event.path("action").asText()),
                kinds(event),
                patients(event),
                purpose(event, agent),
                !event.path("outcome").asText("0").equals("0"),
                detail(event));
    }

    private static JsonNode requestor(ObjectNode event) {
        for (JsonNode agent : event.path("agent")) {
            if (agent.path("requestor").asBoolean()) {
                return agent;
            }
        }
        return event.path("agent").path(0);
    }

    private static Optional<String> behalf(JsonNode agent, String type) {
        return text(agent.path("extension").path(0).path("valueReference").path("reference"))
                .filter(reference -> reference.startsWith(type))
                .map(reference -> reference.substring(type.length()));
    }

    private static Set<Kind> kinds(ObjectNode event) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (JsonNode entity : event.path("entity")) {
            String reference = reference(entity);
            if (!isPatient(entity) && reference.contains("/")) {
                kinds.add(Kind.of(reference.substring(0, reference.indexOf('/'))));
            }
        }
        return kinds;
    }

    private static List<String> patients(ObjectNode event) {
        var patients = new ArrayList<String>();
        for (JsonNode entity : event.path("entity")) {
            String reference = reference(entity);
            if (isPatient(entity) && reference.startsWith("Patient/")) {
                patients.add(reference.substring("Patient/".length()));
            }
        }
        return patients;
    }

    private static boolean isPatient(JsonNode entity) {
        return entity.path("role").path("code").asText().equals(PERSON);
    }

    private static String reference(JsonNode entity) {
        return entity.path("what").path("reference").asText();
    }

    private static Optional<Purpose> purpose(ObjectNode event, JsonNode agent) {
        JsonNode said =
                event.path("purposeOfEvent").isEmpty() ? agent.path("purposeOfUse") : event.path("purposeOfEvent");
        String code = said.path(0).path("coding").path(0).path("code").asText();
        return EnumSet.allOf(Purpose.class).stream()
                .filter(purpose -> purpose.code().equals(code))
                .findFirst();
    }

    private static String detail(ObjectNode event) {
        for (JsonNode entity : event.path("entity")) {
            if (entity.has("query")) {
                return new String(
                        Base64.getDecoder().decode(entity.path("query").asText()), UTF_8);
            }
            if (entity.has("description")) {
                return entity.path("description").asText();
            }
        }
        return "";
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
