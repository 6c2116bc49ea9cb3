package org.parvis.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Marks what the directory knows only because a provider told it when somebody came in. */
final class Told {

    private static final String SYSTEM = "urn:parvis:origin";
    private static final String AT_LOGIN = "told-at-login";

    private Told() {}

    /** A new resource of this type, told by a provider. */
    static ObjectNode resource(String type, String source) {
        var resource = JsonNodeFactory.instance.objectNode().put("resourceType", type);
        var meta = resource.putObject("meta").put("source", source);
        meta.putArray("tag").addObject().put("system", SYSTEM).put("code", AT_LOGIN);
        return resource;
    }

    static boolean isTold(JsonNode resource) {
        for (JsonNode tag : resource.at("/meta/tag")) {
            if (tag.path("system").asText().equals(SYSTEM)
                    && tag.path("code").asText().equals(AT_LOGIN)) {
                return true;
            }
        }
        return false;
    }

    static boolean isToldBy(JsonNode resource, String source) {
        return isTold(resource) && resource.at("/meta/source").asText().equals(source);
    }
}
