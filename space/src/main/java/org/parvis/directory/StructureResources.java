package org.parvis.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Concepts;
import org.parvis.web.Site;

/** What an Organization tells, and who works in it, what it is made of, and where. */
final class StructureResources {

    private static final String FINESS = "https://finess.esante.gouv.fr";

    /** Beyond these the sheet says that there are more. */
    static final int MOST = 100;

    private final StoreClient store;
    private final Reading reading;
    private final Instant now;

    StructureResources(StoreClient store, Reading reading, Instant now) {
        this.store = store;
        this.reading = reading;
        this.now = now;
    }

    Optional<StructureSheet> sheet(String id) {
        return store.read("Organization", id)
                .filter(organization -> organization.path("active").asBoolean(true))
                .map(organization -> sheet(id, organization));
    }

    private StructureSheet sheet(String id, ObjectNode organization) {
        return new StructureSheet(
                organization.path("name").asText(),
                ProfessionalResources.identifier(organization, FINESS),
                Places.words(organization.path("type")).toList(),
                Concepts.all(organization.path("address"))
                        .flatMap(address -> Places.shown(address).stream())
                        .toList(),
                ContactResources.of(organization.path("telecom"), reading),
                whole(organization.path("partOf")),
                units(id),
                new OfferResources(store, reading, now).of(id),
                people(id),
                sites(id),
                Provenance.of(organization));
    }

    private Optional<Link> whole(JsonNode reference) {
        return Referred.id(reference, "Organization")
                .flatMap(id -> store.read("Organization", id))
                .map(StructureResources::link);
    }

    private List<Link> units(String id) {
        return store
                .search("Organization?partof=%s&active:not=false&_sort=name&_count=%d".formatted(id, MOST))
                .matches()
                .stream()
                .map(StructureResources::link)
                .toList();
    }

    private static Link link(ObjectNode organization) {
        return new Link(
                organization.path("name").asText(),
                StructureSheet.address(organization.path("id").asText()));
    }

    private List<Colleague> people(String id) {
        var found =
                store.search(("PractitionerRole?organization=%s&active:not=false&_include=PractitionerRole:practitioner"
                                + "&_count=%d")
                        .formatted(id, MOST));
        var referred = Referred.of(found.included());
        return found.matches().stream()
                .flatMap(role -> colleague(role, referred).stream())
                .sorted(Comparator.comparing(colleague -> colleague.sheet().name()))
                .toList();
    }

    private static Optional<Colleague> colleague(ObjectNode role, Referred referred) {
        return referred.get(role.path("practitioner"))
                .flatMap(practitioner -> ProfessionalResources.name(practitioner)
                        .map(name -> new Colleague(
                                new Link(
                                        name,
                                        ProfessionalSheet.address(
                                                practitioner.path("id").asText())),
                                ProfessionalResources.title(role))));
    }

    private List<Site> sites(String id) {
        return store
                .search("Location?organization=%s&status:not=inactive&_count=%d".formatted(id, MOST))
                .matches()
                .stream()
                .flatMap(location -> Places.site(location).stream())
                .toList();
    }
}
