package org.parvis.records;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.Pages;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Opens a patient's record to whoever may see it, at one tab: for the tab itself, and for the pages that belong to it. */
@Component
public class RecordDoor {

    private final Pages pages;
    private final FhirEndpoint store;
    private final List<RecordTab> tabs;
    private final RecordSight sight;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RecordDoor(
            Pages pages,
            FhirEndpoint store,
            List<RecordTab> tabs,
            RecordSight sight,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.pages = pages;
        this.store = store;
        this.sight = sight;
        this.events = events;
        this.clock = clock;
        this.tabs =
                tabs.stream().sorted(Comparator.comparingInt(RecordTab::order)).toList();
    }

    /** What is shown of an open record. */
    public interface Shown {

        /** The page, for the visitor as they look at this patient. */
        View in(RecordSheet sheet, Visitor reader);
    }

    /** The record at this tab; the page of a closed record where there is none of either for this visitor. */
    public View open(Visitor visitor, String patient, String tab, Shown shown) {
        var reader = sight.about(visitor, patient);
        var offered = sight.offered(tabs, reader, patient);
        var current = offered.stream()
                .filter(one -> tab.isEmpty() || one.name().equals(tab))
                .findFirst();
        var banner = Identities.of(reader.at(store), patient);
        if (current.isEmpty() || banner.isEmpty()) {
            // The same words whether there is no such record or none for this visitor: neither is to be learnt here.
            return pages.show(
                    HttpStatus.NOT_FOUND,
                    "records/closed",
                    Map.of("patient", patient, "emergency", sight.mayBreakTheGlass(visitor)));
        }
        events.publishEvent(new RecordOpened(reader, patient, clock.instant()));
        var whose = banner.get().seenBy(sight.reason(reader, patient));
        return shown.in(new RecordSheet(patient, whose, offered, current.get()), reader);
    }
}
