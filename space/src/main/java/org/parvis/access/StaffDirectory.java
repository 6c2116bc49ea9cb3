package org.parvis.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.access.Invitation.Place;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.springframework.stereotype.Component;

/** The people of each structure, as the directory knows them. */
@Component
final class StaffDirectory {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int MOST = 500;

    private final StoreClient store;
    private final InstantSource clock;

    StaffDirectory(FhirEndpoint store, InstantSource clock) {
        this.store = store.as(Caller.system());
        this.clock = clock;
    }

    /**
     * Somebody's position in a structure, whether or not it serves now.
     *
     * @param person such as `Practitioner/12`
     */
    record Employment(String role, String person, String name, String title, boolean active, boolean over) {}

    /** A structure that can be managed. */
    record Structure(String id, String name) {}

    Optional<Structure> structure(String id) {
        return store.read("Organization", id).map(StaffDirectory::structure);
    }

    List<Structure> structures(String name) {
        var text = URLEncoder.encode(name, StandardCharsets.UTF_8);
        var query = name.isBlank()
                ? "Organization?_sort=name&_count=50"
                : "Organization?name:contains=%s&_sort=name&_count=50".formatted(text);
        return store.search(query).matches().stream()
                .map(StaffDirectory::structure)
                .toList();
    }

    /** All positions that there are or were in a structure. */
    List<Employment> of(String structure) {
        var found = store.search(
                "PractitionerRole?organization=Organization/%s&_include=PractitionerRole:practitioner&_count=%d"
                        .formatted(structure, MOST));
        var people = found.included().stream()
                .collect(Collectors.toMap(
                        person -> "Practitioner/" + person.path("id").asText(), Function.identity()));
        return found.matches().stream().map(role -> employment(role, people)).toList();
    }

    /** A new person, as a reference. */
    String addPerson(String name) {
        return "Practitioner/"
                + store.create(StaffResources.practitioner(name)).path("id").asText();
    }

    void addPosition(String person, Place place, String title) {
        store.create(StaffResources.role(person, place, title, today()));
    }

    void suspend(String role) {
        store.update(role(role).put("active", false));
    }

    void restore(String role) {
        store.update(role(role).put("active", true));
    }

    void end(String role) {
        var ended = role(role);
        StaffResources.end(ended, today());
        store.update(ended);
    }

    private ObjectNode role(String id) {
        return store.read("PractitionerRole", id).orElseThrow();
    }

    private Employment employment(JsonNode role, Map<String, ObjectNode> people) {
        var person = PositionResources.practitioner(role);
        return new Employment(
                role.path("id").asText(),
                person,
                Optional.ofNullable(people.get(person))
                        .map(StaffDirectory::name)
                        .orElse(person),
                PositionResources.title(role),
                role.path("active").asBoolean(true),
                !PositionResources.covers(role.path("period"), today())
                        || role.path("period").has("end"));
    }

    private static Structure structure(JsonNode organisation) {
        var id = organisation.path("id").asText();
        return new Structure(id, organisation.path("name").asText(id));
    }

    private static String name(JsonNode person) {
        var name = person.path("name").path(0);
        var parts = "%s %s"
                .formatted(
                        name.path("given").path(0).asText(), name.path("family").asText());
        return name.path("text").asText(parts).strip();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
