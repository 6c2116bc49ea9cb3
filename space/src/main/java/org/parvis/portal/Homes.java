package org.parvis.portal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.records.PatientLink;
import org.parvis.records.RecordSheet;
import org.parvis.web.When;
import org.springframework.stereotype.Component;

/** Puts together what each visitor arrives at. */
@Component
class Homes {

    private static final String PATIENT = "Patient/";

    private final FhirEndpoint endpoint;
    private final PostgresHomes kept;
    private final List<ServiceTile> tiles;

    Homes(FhirEndpoint endpoint, PostgresHomes kept, List<ServiceTile> tiles) {
        this.endpoint = endpoint;
        this.kept = kept;
        this.tiles = tiles.stream()
                .sorted(Comparator.comparingInt(ServiceTile::order))
                .toList();
    }

    ProfessionalHome professional(Visitor visitor, Instant now) {
        var person = OpenedRecords.person(visitor);
        return new ProfessionalHome(
                visitor.name(),
                tiles.stream().flatMap(tile -> tile.of(visitor).stream()).toList(),
                PatientLink.of(endpoint.as(visitor.caller()), kept.latelyOpened(person)),
                kept.announcements(now),
                !kept.hasToured(person));
    }

    CitizenHome citizen(Visitor visitor, Instant now) {
        var store = endpoint.as(visitor.caller());
        var self = visitor.caller()
                .person()
                .filter(person -> person.startsWith(PATIENT))
                .map(person -> person.substring(PATIENT.length()));
        return new CitizenHome(
                visitor.name(),
                self.map(RecordSheet::address),
                self.map(id -> CitizenHomeResources.documents(store, id)).orElse(List.of()),
                self.map(id -> CitizenHomeResources.appointments(
                                store, id, When.at(now).day()))
                        .orElse(List.of()),
                self.map(id -> CitizenHomeResources.consents(store, id)).orElse(List.of()),
                self.map(id -> CitizenHomeResources.carers(store, id)).orElse(List.of()),
                PatientLink.of(store, CitizenHomeResources.helped(store, self)),
                kept.announcements(now));
    }
}
