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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A patient's record, one tab at a time. */
@Controller
class RecordPages {

    private final Pages pages;
    private final FhirEndpoint store;
    private final List<RecordTab> tabs;
    private final RecordSight sight;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RecordPages(
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

    @GetMapping("/dossier/{patient}")
    View first(Visitor visitor, @PathVariable String patient, @RequestParam Map<String, String> parameters) {
        return show(visitor, patient, "", parameters);
    }

    @GetMapping("/dossier/{patient}/{tab}")
    View show(
            Visitor visitor,
            @PathVariable String patient,
            @PathVariable String tab,
            @RequestParam Map<String, String> parameters) {
        var reader = sight.about(visitor, patient);
        var shown = tabs.stream().filter(one -> one.isFor(reader)).toList();
        var current = shown.stream().filter(one -> one.name().equals(tab)).findFirst();
        var banner = Identities.of(store.as(reader.caller()), patient);
        if (current.isEmpty() || banner.isEmpty()) {
            // The same words whether there is no such record or none for this visitor: neither is to be learnt here.
            return pages.show(
                    HttpStatus.NOT_FOUND,
                    "records/closed",
                    Map.of("patient", patient, "emergency", sight.mayBreakTheGlass(visitor)));
        }
        events.publishEvent(new RecordOpened(reader, patient, clock.instant()));
        var whose = banner.get().seenBy(sight.reason(reader, patient));
        return current.get().show(new RecordSheet(patient, whose, shown, current.get()), reader, parameters);
    }
}
