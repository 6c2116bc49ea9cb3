package org.parvis.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.web.Concepts;
import org.parvis.web.HumanNames;
import org.parvis.web.Point;
import org.parvis.web.Site;

/** Where things are, as Addresses and Locations tell it. */
public final class Places {

    private Places() {}

    /** An Address in one line: "20 rue du Moulin, 44000 Nantes". */
    public static Optional<String> shown(JsonNode address) {
        var town = joined(
                " ", address.path("postalCode").asText(), address.path("city").asText());
        var shown = joined(", ", HumanNames.joined(address.path("line")), town);
        return Optional.of(shown.isEmpty() ? address.path("text").asText() : shown)
                .filter(text -> !text.isBlank());
    }

    /** A Location in one line; its name, when it has no address. */
    static Optional<String> ofLocation(ObjectNode location) {
        return shown(location.path("address"))
                .or(() -> Optional.of(location.path("name").asText()).filter(name -> !name.isBlank()));
    }

    /** A Location on the map; empty when its place there is not known. */
    static Optional<Site> site(ObjectNode location) {
        var position = location.path("position");
        if (!position.path("latitude").isNumber() || !position.path("longitude").isNumber()) {
            return Optional.empty();
        }
        var address = shown(location.path("address")).orElse("");
        return Optional.of(new Site(
                location.path("name").asText(address),
                address,
                Optional.empty(),
                new Point(
                        position.path("latitude").asDouble(),
                        position.path("longitude").asDouble())));
    }

    /** What coded things are called, each once. */
    static Stream<String> words(JsonNode concepts) {
        return Concepts.all(concepts)
                .flatMap(concept -> Concepts.words(concept).stream())
                .distinct();
    }

    private static String joined(String by, String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(by));
    }
}
