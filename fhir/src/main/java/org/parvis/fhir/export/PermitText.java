package org.parvis.fhir.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Permit;

/** A permit as text to keep: `{"patients":["12"]}`; an absent limit is absent. */
final class PermitText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PermitText() {}

    static String of(Permit permit) {
        ObjectNode text = JSON.createObjectNode();
        permit.patients().ifPresent(names -> text.set("patients", JSON.valueToTree(names)));
        permit.organisations().ifPresent(names -> text.set("organisations", JSON.valueToTree(names)));
        permit.labels().ifPresent(names -> text.set("labels", JSON.valueToTree(names)));
        return text.toString();
    }

    static Permit read(String text) {
        try {
            JsonNode permit = JSON.readTree(text);
            return new Permit(names(permit, "patients"), names(permit, "organisations"), names(permit, "labels"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a permit: " + text, e);
        }
    }

    private static Optional<Set<String>> names(JsonNode permit, String limit) {
        if (!permit.has(limit)) {
            return Optional.empty();
        }
        var names = new HashSet<String>();
        permit.path(limit).forEach(name -> names.add(name.asText()));
        return Optional.of(names);
    }
}
