package org.parvis.fhir.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Names of the implementation guide Subscriptions R5 Backport. */
public final class Backport {

    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/";

    private Backport() {}

    /** The canonical of a profile or extension. */
    public static String structure(String id) {
        return GUIDE + "StructureDefinition/" + id;
    }

    /** The canonical of an operation. */
    public static String operation(String id) {
        return GUIDE + "OperationDefinition/" + id;
    }

    static List<JsonNode> extensions(JsonNode element, String id) {
        return StreamSupport.stream(element.path("extension").spliterator(), false)
                .filter(extension -> extension.path("url").asText().equals(structure(id)))
                .toList();
    }

    static Optional<JsonNode> extension(JsonNode element, String id) {
        return extensions(element, id).stream().findFirst();
    }
}
