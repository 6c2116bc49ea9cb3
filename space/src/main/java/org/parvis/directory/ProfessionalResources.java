package org.parvis.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;
import org.parvis.web.HumanNames;

/** What a Practitioner and their PractitionerRoles tell. */
final class ProfessionalResources {

    private static final String RPPS = "https://rpps.esante.gouv.fr";
    private static final int MOST = 50;

    private final StoreClient store;
    private final Reading reading;
    private final Instant now;

    ProfessionalResources(StoreClient store, Reading reading, Instant now) {
        this.store = store;
        this.reading = reading;
        this.now = now;
    }

    Optional<ProfessionalSheet> sheet(String id) {
        return store.read("Practitioner", id)
                .filter(practitioner -> practitioner.path("active").asBoolean(true))
                .flatMap(practitioner -> name(practitioner)
                        .map(name -> new ProfessionalSheet(
                                name,
                                identifier(practitioner, RPPS),
                                Concepts.all(practitioner.path("qualification"))
                                        .flatMap(one -> Concepts.words(one.path("code")).stream())
                                        .distinct()
                                        .toList(),
                                ContactResources.of(practitioner.path("telecom"), reading),
                                practices(id),
                                Provenance.of(practitioner))));
    }

    private List<Practice> practices(String id) {
        var found = store.search(("PractitionerRole?practitioner=%s&active:not=false&_count=%d"
                        + "&_include=PractitionerRole:organization&_include=PractitionerRole:location")
                .formatted(id, MOST));
        var referred = Referred.of(found.included());
        return found.matches().stream().map(role -> practice(role, referred)).toList();
    }

    private Practice practice(ObjectNode role, Referred referred) {
        var organization = role.path("organization");
        return new Practice(
                title(role),
                Referred.id(organization, "Organization")
                        .map(id -> new Link(referred.name(organization).orElse(id), StructureSheet.address(id))),
                referred.all(role.path("location"))
                        .flatMap(location -> Places.ofLocation(location).stream())
                        .toList(),
                ContactResources.of(role.path("telecom"), reading),
                Concepts.all(role.path("availableTime")).map(Opening::of).toList(),
                closures(role, now),
                Provenance.of(role));
    }

    static List<Closure> closures(JsonNode resource, Instant now) {
        return Concepts.all(resource.path("notAvailable"))
                .map(Closure::of)
                .filter(closure -> !closure.isOver(now))
                .toList();
    }

    /** "Médecin, Cardiologie". */
    static String title(JsonNode role) {
        return Stream.concat(Places.words(role.path("code")).limit(1), Places.words(role.path("specialty")))
                .collect(Collectors.joining(", "));
    }

    static Optional<String> name(JsonNode practitioner) {
        return Concepts.all(practitioner.path("name"))
                .flatMap(name -> HumanNames.shown(name).stream())
                .findFirst();
    }

    static Optional<String> identifier(JsonNode resource, String system) {
        return Concepts.all(resource.path("identifier"))
                .filter(identifier -> identifier.path("system").asText().equals(system))
                .map(identifier -> identifier.path("value").asText())
                .findFirst();
    }
}
