package org.parvis.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;

/** What HealthcareServices tell of a structure's offer. */
public final class OfferResources {

    private static final String SENSITIVE =
            "https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/ror-healthcareservice-sensitive-unit";

    private final StoreClient store;
    private final Reading reading;
    private final Instant now;

    OfferResources(StoreClient store, Reading reading, Instant now) {
        this.store = store;
        this.reading = reading;
        this.now = now;
    }

    List<Offer> of(String organization) {
        var found = store.search(("HealthcareService?organization=%s&active:not=false&_sort=name&_count=%d"
                        + "&_include=HealthcareService:location")
                .formatted(organization, StructureResources.MOST));
        var referred = Referred.of(found.included());
        return found.matches().stream()
                .filter(service -> reading == Reading.BY_PROFESSIONALS || !isSensitive(service))
                .map(service -> offer(service, referred))
                .toList();
    }

    /** Whether this visitor may know of this unit; anything else than a unit they may. */
    public static boolean isShown(JsonNode service, Visitor visitor) {
        return Reading.of(visitor) == Reading.BY_PROFESSIONALS || !isSensitive(service);
    }

    /** Whether a unit is known to professionals alone (ROR): a shelter, a place where somebody is kept. */
    private static boolean isSensitive(JsonNode service) {
        return Concepts.all(service.path("extension"))
                .anyMatch(extension -> extension.path("url").asText().equals(SENSITIVE)
                        && extension.path("valueBoolean").asBoolean());
    }

    /** Its name; what it is, when it has none. */
    public static Optional<String> name(JsonNode service) {
        return Stream.concat(Stream.of(service.path("name").asText()), kinds(service))
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    private Offer offer(ObjectNode service, Referred referred) {
        return new Offer(
                "offre-" + service.path("id").asText(),
                name(service).orElse(""),
                kinds(service).toList(),
                Optional.of(service.path("comment").asText()).filter(words -> !words.isBlank()),
                referred.all(service.path("location"))
                        .flatMap(location -> Places.ofLocation(location).stream())
                        .toList(),
                ContactResources.of(service.path("telecom"), reading),
                Concepts.all(service.path("availableTime")).map(Opening::of).toList(),
                ProfessionalResources.closures(service, now),
                Provenance.of(service));
    }

    private static Stream<String> kinds(JsonNode service) {
        return Stream.concat(Places.words(service.path("type")), Places.words(service.path("specialty")))
                .distinct();
    }
}
