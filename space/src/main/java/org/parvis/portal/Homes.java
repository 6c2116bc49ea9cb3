package org.parvis.portal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parvis.access.Titles;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.Decision;
import org.parvis.fhir.access.Relation;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.portal.CitizenHome.Helped;
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
    private final Titles titles;
    private final List<ServiceTile> tiles;

    Homes(FhirEndpoint endpoint, PostgresHomes kept, Titles titles, List<ServiceTile> tiles) {
        this.endpoint = endpoint;
        this.kept = kept;
        this.titles = titles;
        this.tiles = tiles.stream()
                .sorted(Comparator.comparingInt(ServiceTile::order))
                .toList();
    }

    ProfessionalHome professional(Visitor visitor, Instant now) {
        var person = OpenedRecords.person(visitor);
        return new ProfessionalHome(
                visitor.name(),
                tiles.stream().flatMap(tile -> tile.of(visitor).stream()).toList(),
                PatientLink.of(visitor.at(endpoint), kept.latelyOpened(person)),
                kept.announcements(now),
                !kept.hasToured(person));
    }

    CitizenHome citizen(Visitor visitor, Instant now) {
        var store = visitor.at(endpoint);
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
                helped(visitor, CitizenHomeResources.helped(store, self)),
                kept.announcements(now));
    }

    private List<Helped> helped(Visitor visitor, List<String> patients) {
        return PatientLink.of(visitor.at(endpoint), patients).stream()
                .map(link -> titles.why(visitor, link.reference()) instanceof Decision.Open(var relation)
                        ? new Helped(
                                link,
                                relation.map(Relation::basis),
                                relation.flatMap(known ->
                                                Titles.moment(known.during().highMicros()))
                                        .map(When::at))
                        : new Helped(link, Optional.empty(), Optional.empty()))
                .toList();
    }
}
