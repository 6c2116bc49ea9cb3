package org.parvis.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.springframework.stereotype.Component;

/** Where professionals work, as the directory says now. */
@Component
public class Positions {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int MOST = 100;

    private final StoreClient directory;
    private final InstantSource clock;

    Positions(FhirEndpoint store, InstantSource clock) {
        this.directory = store.as(Caller.system());
        this.clock = clock;
    }

    /**
     * All positions of this person, by the names of their structures.
     *
     * @param person such as `Practitioner/12`
     */
    public List<Position> of(String person) {
        var found = directory.search("PractitionerRole?practitioner=%s&_include=PractitionerRole:organization&_count=%d"
                .formatted(person, MOST));
        var organisations = found.included().stream()
                .collect(
                        Collectors.toMap(organisation -> organisation.path("id").asText(), Function.identity()));
        return found.matches().stream()
                .flatMap(role -> PositionResources.position(role, organisations, today()).stream())
                .sorted(Comparator.comparing(Position::structureName))
                .toList();
    }

    /** All positions of whoever holds this account. */
    List<Position> of(Account account) {
        return account.audience() == Visitor.Audience.PROFESSIONAL
                ? account.person().map(this::of).orElse(List.of())
                : List.of();
    }

    /** One position of this person; empty when it is over, or another's. */
    public Optional<Position> find(String person, String role) {
        return directory
                .read("PractitionerRole", role)
                .filter(found -> PositionResources.practitioner(found).equals(person))
                .flatMap(found -> PositionResources.position(found, structure(found), today()));
    }

    private Map<String, ObjectNode> structure(ObjectNode role) {
        var id = PositionResources.id(role.path("organization"));
        return id.isEmpty()
                ? Map.of()
                : directory
                        .read("Organization", id)
                        .map(found -> Map.of(id, found))
                        .orElse(Map.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
