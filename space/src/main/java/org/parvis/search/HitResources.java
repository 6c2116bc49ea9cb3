package org.parvis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.directory.OfferResources;
import org.parvis.directory.Places;
import org.parvis.directory.ProfessionalSheet;
import org.parvis.directory.Referred;
import org.parvis.directory.StructureSheet;
import org.parvis.records.DocumentLink;
import org.parvis.records.RecordSheet;
import org.parvis.web.Concepts;
import org.parvis.web.HumanNames;
import org.parvis.web.When;

/** How a resource that was found is told. */
final class HitResources {

    private static final String RPPS = "https://rpps.esante.gouv.fr";
    private static final String FINESS = "https://finess.esante.gouv.fr";

    private final Referred referred;

    HitResources(Referred referred) {
        this.referred = referred;
    }

    Hit hit(Kind kind, ObjectNode resource) {
        var id = resource.path("id").asText();
        return switch (kind) {
            case PATIENT -> patient(resource);
            case DOCUMENT -> document(resource);
            case PROFESSIONAL ->
                new Hit(person(resource), number(resource, "RPPS", RPPS), Optional.of(ProfessionalSheet.address(id)));
            case STRUCTURE -> structure(resource);
            case OFFER -> offer(resource);
            case PLACE ->
                new Hit(
                        resource.path("name").asText(),
                        joined(Stream.concat(
                                referred.name(resource.path("managingOrganization")).stream(),
                                Places.shown(resource.path("address")).stream())),
                        Referred.id(resource.path("managingOrganization"), "Organization")
                                .map(StructureSheet::address));
        };
    }

    private static Hit patient(ObjectNode patient) {
        var born = When.read(patient.path("birthDate").asText()).map(When::figures);
        var used = name(patient, "usual").map(HitResources::shown);
        return new Hit(
                person(patient),
                joined(Stream.concat(used.stream(), born.stream())),
                Optional.of(RecordSheet.address(patient.path("id").asText())));
    }

    private Hit document(ObjectNode document) {
        var link = DocumentLink.of(document);
        var author = Concepts.all(document.path("author")).flatMap(reference -> named(reference).stream());
        return new Hit(
                link.name(),
                joined(Stream.of(
                                link.type().stream(),
                                author,
                                link.when().stream(),
                                named(document.path("subject")).stream())
                        .flatMap(told -> told)),
                Optional.of(link.address()));
    }

    private static Hit structure(ObjectNode structure) {
        var town = structure.path("address").path(0).path("city").asText();
        return new Hit(
                structure.path("name").asText(),
                joined(Stream.of(town, number(structure, "FINESS", FINESS))),
                Optional.of(StructureSheet.address(structure.path("id").asText())));
    }

    private Hit offer(ObjectNode offer) {
        var towns = referred.all(offer.path("location"))
                .map(place -> place.at("/address/city").asText())
                .distinct();
        return new Hit(
                OfferResources.name(offer).orElse(""),
                joined(Stream.concat(referred.name(offer.path("providedBy")).stream(), towns)),
                Referred.id(offer.path("providedBy"), "Organization")
                        .map(structure -> StructureSheet.address(
                                structure, offer.path("id").asText())));
    }

    /** Who is behind a reference: as it displays it, else as they are called. */
    private Optional<String> named(JsonNode reference) {
        return referred.name(reference)
                .or(() -> referred.get(reference)
                        .flatMap(person -> HumanNames.shown(person.path("name").path(0))));
    }

    private static String person(ObjectNode resource) {
        return shown(name(resource, "official").orElse(resource.path("name").path(0)));
    }

    private static String shown(JsonNode name) {
        var family = name.path("family").asText().toUpperCase(Locale.FRANCE);
        var shown = Stream.of(family, HumanNames.joined(name.path("given")))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return shown.isEmpty() ? name.path("text").asText() : shown;
    }

    private static Optional<JsonNode> name(ObjectNode resource, String use) {
        return Concepts.all(resource.path("name"))
                .filter(name -> name.path("use").asText().equals(use))
                .findFirst();
    }

    private static String number(ObjectNode resource, String label, String system) {
        return Concepts.all(resource.path("identifier"))
                .filter(identifier -> identifier.path("system").asText().equals(system))
                .map(identifier -> label + " " + identifier.path("value").asText())
                .findFirst()
                .orElse("");
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
