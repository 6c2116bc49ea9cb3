package org.parvis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parvis.records.RecordSheet;
import org.parvis.web.When;

/** How a resource that was found is told. */
final class HitResources {

    private static final String RPPS = "https://rpps.esante.gouv.fr";
    private static final String FINESS = "https://finess.esante.gouv.fr";

    private HitResources() {}

    static Hit hit(Kind kind, ObjectNode resource) {
        return switch (kind) {
            case PATIENT -> patient(resource);
            case PROFESSIONAL -> new Hit(person(resource), number(resource, "RPPS", RPPS), Optional.empty());
            case STRUCTURE ->
                new Hit(
                        resource.path("name").asText(),
                        joined(
                                Stream.of(
                                        resource.path("address")
                                                .path(0)
                                                .path("city")
                                                .asText(),
                                        number(resource, "FINESS", FINESS)),
                                " · "),
                        Optional.empty());
        };
    }

    private static Hit patient(ObjectNode patient) {
        var born =
                When.read(patient.path("birthDate").asText()).map(When::figures).orElse("");
        var used = name(patient, "usual").map(HitResources::shown).orElse("");
        return new Hit(
                person(patient),
                joined(Stream.of(used, born), " · "),
                Optional.of(RecordSheet.address(patient.path("id").asText())));
    }

    private static String person(ObjectNode resource) {
        return shown(name(resource, "official").orElse(resource.path("name").path(0)));
    }

    private static String shown(JsonNode name) {
        var given = StreamSupport.stream(name.path("given").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
        var family = name.path("family").asText().toUpperCase(Locale.FRANCE);
        var shown = joined(Stream.of(family, given), " ");
        return shown.isEmpty() ? name.path("text").asText() : shown;
    }

    private static Optional<JsonNode> name(ObjectNode resource, String use) {
        return StreamSupport.stream(resource.path("name").spliterator(), false)
                .filter(name -> name.path("use").asText().equals(use))
                .findFirst();
    }

    private static String number(ObjectNode resource, String label, String system) {
        return StreamSupport.stream(resource.path("identifier").spliterator(), false)
                .filter(identifier -> identifier.path("system").asText().equals(system))
                .map(identifier -> label + " " + identifier.path("value").asText())
                .findFirst()
                .orElse("");
    }

    private static String joined(Stream<String> parts, String by) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(by));
    }
}
