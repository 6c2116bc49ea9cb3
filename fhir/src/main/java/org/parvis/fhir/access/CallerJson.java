package org.parvis.fhir.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A caller as kept with what goes on in their name: `{"name":"…","purpose":"CARE","patients":["12"]}`; what is absent stays absent. */
public final class CallerJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CallerJson() {}

    public static ObjectNode of(Caller caller) {
        var json = JsonNodeFactory.instance.objectNode().put("name", caller.name());
        caller.person().ifPresent(person -> json.put("person", person));
        caller.organisation().ifPresent(id -> json.put("organisation", id));
        json.put("purpose", caller.purpose().name());
        write(json, "patients", caller.permit().patients());
        write(json, "organisations", caller.permit().organisations());
        write(json, "labels", caller.permit().labels());
        caller.permit().rights().ifPresent(rights -> json.set("rights", JSON.valueToTree(rights)));
        return json;
    }

    public static Caller read(JsonNode json) {
        var permit = new Permit(
                words(json.get("patients")),
                words(json.get("organisations")),
                words(json.get("labels")),
                Optional.ofNullable(json.get("rights")).map(rights -> JSON.convertValue(rights, Rights.class)));
        return new Caller(
                json.path("name").asText(),
                text(json.get("person")),
                text(json.get("organisation")),
                Purpose.valueOf(json.path("purpose").asText(Purpose.SUPPORT.name())),
                permit);
    }

    private static void write(ObjectNode json, String member, Optional<Set<String>> words) {
        words.ifPresent(all -> all.stream().sorted().forEach(json.putArray(member)::add));
    }

    private static Optional<String> text(@Nullable JsonNode value) {
        return Optional.ofNullable(value).map(JsonNode::asText);
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
