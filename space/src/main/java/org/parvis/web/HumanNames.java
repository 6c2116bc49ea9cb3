package org.parvis.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People's names as one writes them: "Dr Sophie Leclerc". */
public final class HumanNames {

    private HumanNames() {}

    /** This HumanName in one line; empty when it says nothing. */
    public static Optional<String> shown(JsonNode name) {
        var parts = Stream.of(
                        joined(name.path("prefix")),
                        joined(name.path("given")),
                        name.path("family").asText())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return Optional.of(parts.isEmpty() ? name.path("text").asText() : parts).filter(shown -> !shown.isBlank());
    }

    public static String joined(JsonNode texts) {
        return Concepts.all(texts).map(JsonNode::asText).collect(Collectors.joining(" "));
    }
}
