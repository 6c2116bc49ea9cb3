package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** One transaction that writes what was told, and leaves what is known already. */
final class ToldTransaction {

    private final ObjectNode bundle =
            JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle").put("type", "transaction");
    private final ArrayNode entries = bundle.putArray("entry");
    private final Set<String> created = new HashSet<>();

    boolean isEmpty() {
        return entries.isEmpty();
    }

    ObjectNode bundle() {
        return bundle;
    }

    /** Creates a resource unless one of its type has this number. Tells by what other entries refer to it. */
    String createUnlessKnown(ObjectNode resource, NationalNumber number) {
        var address = "urn:uuid:" + UUID.nameUUIDFromBytes(number.token().getBytes(UTF_8));
        if (created.add(address)) {
            var entry = entries.addObject().put("fullUrl", address);
            entry.set("resource", resource);
            entry.putObject("request")
                    .put("method", "POST")
                    .put("url", resource.path("resourceType").asText())
                    .put("ifNoneExist", "identifier=" + URLEncoder.encode(number.token(), UTF_8));
        }
        return address;
    }

    /** Says of a stored resource whether it still holds, unless it says so already. */
    void update(ObjectNode stored, boolean active) {
        if (stored.path("active").asBoolean() == active) {
            return;
        }
        var entry = entries.addObject();
        entry.set("resource", stored.deepCopy().put("active", active));
        entry.putObject("request")
                .put("method", "PUT")
                .put("url", "PractitionerRole/" + stored.path("id").asText());
    }
}
