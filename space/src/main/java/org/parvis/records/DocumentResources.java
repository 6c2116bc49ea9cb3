package org.parvis.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;
import org.parvis.web.When;

/** What DocumentReferences say of a patient's documents. */
final class DocumentResources {

    /** Beyond this many, a list says that it shows the latest. */
    static final int MOST = 1000;

    private static final int AT_ONCE = 200;

    private DocumentResources() {}

    /** What a document holds, and in which form. */
    record Content(String type, String base64) {

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** The documents about this patient, the latest first; an erroneous one is none. */
    static List<Document> of(StoreClient store, String patient) {
        var all = new ArrayList<ObjectNode>();
        var next = Optional.of("DocumentReference?patient=%s&status:not=entered-in-error&_sort=-date&_count=%d"
                .formatted(patient, AT_ONCE));
        while (next.isPresent() && all.size() < MOST) {
            var found = store.search(next.get());
            all.addAll(found.matches());
            next = found.next();
        }
        var sources = Sources.of(store, all);
        return all.stream().map(resource -> document(resource, sources)).toList();
    }

    /** What this document holds; empty when it is not about this patient, or its content is kept elsewhere. */
    static Optional<Content> content(StoreClient store, String patient, String document) {
        return store.read("DocumentReference", document)
                .filter(resource ->
                        resource.path("subject").path("reference").asText().equals("Patient/" + patient))
                .filter(resource -> !resource.path("status").asText().equals("entered-in-error"))
                .flatMap(resource -> content(store, attachment(resource)));
    }

    static Optional<String> title(ObjectNode resource) {
        return text(attachment(resource).path("title"))
                .or(() -> text(resource.path("description")))
                .or(() -> Concepts.words(resource.path("type")));
    }

    private static Document document(ObjectNode resource, Sources sources) {
        var attachment = attachment(resource);
        return new Document(
                resource.path("id").asText(),
                Concepts.words(resource.path("type")),
                title(resource),
                When.read(resource.path("date").asText()),
                sources.of(resource),
                resource.path("status").asText().equals("superseded")
                        ? Document.State.REPLACED
                        : Document.State.CURRENT,
                attachment.path("contentType").asText(),
                attachment.has("data") || isKeptHere(attachment));
    }

    private static Optional<Content> content(StoreClient store, JsonNode attachment) {
        var type = attachment.path("contentType").asText("application/octet-stream");
        if (attachment.has("data")) {
            return Optional.of(new Content(type, attachment.path("data").asText()));
        }
        return isKeptHere(attachment)
                ? binary(store, attachment.path("url").asText().substring("Binary/".length()))
                : Optional.empty();
    }

    private static Optional<Content> binary(StoreClient store, String id) {
        return store.read("Binary", id)
                .map(binary -> new Content(
                        binary.path("contentType").asText(), binary.path("data").asText()));
    }

    private static boolean isKeptHere(JsonNode attachment) {
        return attachment.path("url").asText().startsWith("Binary/");
    }

    private static JsonNode attachment(ObjectNode resource) {
        return resource.path("content").path(0).path("attachment");
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> !text.isBlank());
    }
}
