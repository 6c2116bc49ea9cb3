package org.parvis.wishes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.parvis.web.When;
import org.parvis.wishes.Noted.State;

/** What the resources of all wishes have in common: who noted it in the person's place, and codes. */
final class NotedResources {

    private static final String SCRIBE = "urn:parvis:wishes:noted-by";

    private NotedResources() {}

    static ObjectNode resource(String type) {
        return JsonNodeFactory.instance.objectNode().put("resourceType", type);
    }

    static Noted noted(ObjectNode resource, JsonNode since, State state) {
        var scribe = extension(resource, SCRIBE)
                .map(value -> value.path("valueReference").path("display").asText());
        return new Noted(resource.path("id").asText(), When.read(since.asText()), scribe, state);
    }

    /** Marks what a professional notes at the person's request. */
    static void mark(ObjectNode resource, Scribe scribe) {
        extend(resource, SCRIBE)
                .putObject("valueReference")
                .put("reference", scribe.person())
                .put("display", scribe.name());
    }

    static ObjectNode extend(ObjectNode resource, String url) {
        return resource.withArrayProperty("extension").addObject().put("url", url);
    }

    static Optional<JsonNode> extension(JsonNode resource, String url) {
        return StreamSupport.stream(resource.path("extension").spliterator(), false)
                .filter(extension -> extension.path("url").asText().equals(url))
                .findFirst();
    }

    static ObjectNode code(ObjectNode concept, String system, String code, String display) {
        concept.putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", display);
        return concept;
    }
}
