package org.parvis.fhir.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;

/**
 * Who wrote a subscription. Its notifications tell no more than they may see.
 *
 * @param base address under which they reach this server
 */
record Author(String base, Caller caller) {

    Permit permit() {
        return caller.permit();
    }

    /** The caller as kept; an absent limit stays absent. */
    ObjectNode callerJson() {
        var json = JsonNodeFactory.instance.objectNode().put("name", caller.name());
        caller.organisation().ifPresent(id -> json.put("organisation", id));
        write(json, "patients", permit().patients());
        write(json, "organisations", permit().organisations());
        write(json, "labels", permit().labels());
        return json;
    }

    static Author read(String base, JsonNode caller) {
        var permit = new Permit(
                words(caller.get("patients")), words(caller.get("organisations")), words(caller.get("labels")));
        Optional<String> organisation =
                Optional.ofNullable(caller.get("organisation")).map(JsonNode::asText);
        return new Author(base, new Caller(caller.path("name").asText(), organisation, permit));
    }

    private static void write(ObjectNode json, String member, Optional<Set<String>> words) {
        words.ifPresent(all -> all.stream().sorted().forEach(json.putArray(member)::add));
    }

    private static Optional<Set<String>> words(@Nullable JsonNode array) {
        if (array == null) {
            return Optional.empty();
        }
        Set<String> words = new HashSet<>();
        array.forEach(word -> words.add(word.asText()));
        return Optional.of(words);
    }
}
