package org.parvis.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What coded things are called: in French where the resource says so, else as it displays them, else by their code. */
public final class Concepts {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private Concepts() {}

    /** The words of a CodeableConcept; empty when it says nothing. */
    public static Optional<String> words(JsonNode concept) {
        return Stream.of(
                        french(concept, "text"),
                        codings(concept).flatMap(coding -> french(coding, "display")),
                        text(concept, "text"),
                        codings(concept).flatMap(coding -> text(coding, "display")),
                        codings(concept).flatMap(coding -> text(coding, "code")))
                .flatMap(words -> words)
                .findFirst();
    }

    /** Whether one of its codings has this code, of whichever system. */
    public static boolean has(JsonNode concept, String code) {
        return codings(concept).anyMatch(coding -> coding.path("code").asText().equals(code));
    }

    /** What tells two concepts apart: system and code of the first coding, or the words. */
    public static String key(JsonNode concept) {
        return codings(concept)
                .filter(coding -> coding.has("code"))
                .map(coding -> coding.path("system").asText() + "|"
                        + coding.path("code").asText())
                .findFirst()
                .or(() -> words(concept))
                .orElse("");
    }

    private static Stream<JsonNode> codings(JsonNode concept) {
        return all(concept.path("coding"));
    }

    private static Stream<String> text(JsonNode parent, String name) {
        return Stream.of(parent.path(name).asText()).filter(words -> !words.isBlank());
    }

    // R4 languages.html: a translation stands beside the text it translates.
    private static Stream<String> french(JsonNode parent, String name) {
        return all(parent.path("_" + name).path("extension"))
                .filter(extension -> extension.path("url").asText().equals(TRANSLATION))
                .filter(translation -> part(translation, "lang").startsWith("fr"))
                .map(translation -> part(translation, "content"))
                .filter(words -> !words.isBlank());
    }

    private static String part(JsonNode extension, String url) {
        return all(extension.path("extension"))
                .filter(part -> part.path("url").asText().equals(url))
                .map(part ->
                        part.path("valueString").asText(part.path("valueCode").asText()))
                .findFirst()
                .orElse("");
    }

    public static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
