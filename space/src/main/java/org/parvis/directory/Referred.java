package org.parvis.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.web.Concepts;

/** The resources that others refer to, by their relative addresses. */
public record Referred(Map<String, ObjectNode> known) {

    public static Referred of(Collection<ObjectNode> resources) {
        return new Referred(resources.stream()
                .collect(Collectors.toMap(
                        resource -> resource.path("resourceType").asText() + "/"
                                + resource.path("id").asText(),
                        Function.identity(),
                        (one, same) -> one)));
    }

    public Optional<ObjectNode> get(JsonNode reference) {
        return Optional.ofNullable(known.get(reference.path("reference").asText()));
    }

    public Stream<ObjectNode> all(JsonNode references) {
        return Concepts.all(references).flatMap(reference -> get(reference).stream());
    }

    /** Its name: as the reference displays it, else as what it refers to says. */
    public Optional<String> name(JsonNode reference) {
        return Optional.of(reference.path("display").asText())
                .filter(display -> !display.isBlank())
                .or(() -> get(reference)
                        .map(resource -> resource.path("name").asText())
                        .filter(name -> !name.isBlank()));
    }

    /** The logical id in a relative reference of this type; empty in any other. */
    public static Optional<String> id(JsonNode reference, String type) {
        var text = reference.path("reference").asText();
        return text.startsWith(type + "/") ? Optional.of(text.substring(type.length() + 1)) : Optional.empty();
    }
}
