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
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RecordPages(
            Pages pages,
            FhirEndpoint store,
            List<RecordTab> tabs,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.pages = pages;
        this.store = store;
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
        var shown = tabs.stream().filter(one -> one.isFor(visitor)).toList();
        var current = shown.stream().filter(one -> one.name().equals(tab)).findFirst();
        var banner = Identities.of(store.as(visitor.caller()), patient);
        if (current.isEmpty() || banner.isEmpty()) {
            // The same words whether there is no such record or none for this visitor: neither is to be learnt here.
            return pages.show(HttpStatus.NOT_FOUND, "records/closed", Map.of());
        }
        events.publishEvent(new RecordOpened(visitor, patient, clock.instant()));
        var sheet = new RecordSheet(patient, banner.get(), shown, current.get());
        return current.get().show(sheet, visitor, parameters);
    }
}
