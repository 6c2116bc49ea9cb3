package org.parvis.records;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.records.HappeningResources.Told;
import org.parvis.web.ListAddress;
import org.parvis.web.Pages;
import org.parvis.web.When;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What happened to the patient, the latest first, filtered by chapter and by day. */
@Component
class TimelineTab implements RecordTab {

    private static final int SHOWN = 40;
    private static final String CHAPTER = "quoi";
    private static final String BEFORE = "avant";

    private final Pages pages;
    private final FhirEndpoint endpoint;

    TimelineTab(Pages pages, FhirEndpoint endpoint) {
        this.pages = pages;
        this.endpoint = endpoint;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String name() {
        return "fil";
    }

    @Override
    public String words() {
        return "records.timeline";
    }

    @Override
    public Set<String> needs() {
        return Set.of("Encounter");
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        var list = new ListAddress(sheet.here(), parameters);
        var store = visitor.at(endpoint);
        return pages.show(
                "records/timeline",
                Map.of("sheet", sheet, "list", list, "timeline", timeline(store, sheet.patient(), list)));
    }

    private static Timeline timeline(StoreClient store, String patient, ListAddress list) {
        // An unreadable day is no day: the whole timeline is shown.
        var before = When.read(list.value(BEFORE)).map(When::machine).orElse("");
        var all = chapters(list.value(CHAPTER)).stream()
                .flatMap(chapter -> HappeningResources.latest(store, patient, chapter, before, SHOWN + 1).stream())
                .sorted(Comparator.comparing(Told::when).reversed())
                .toList();
        if (all.size() <= SHOWN) {
            return new Timeline(all, Optional.empty());
        }
        // The next page begins with the day after which this one ends, so the whole of that day stays here.
        var lastDay = all.get(SHOWN - 1).when().day();
        var shown = all.stream()
                .filter(told -> !told.when().day().isBefore(lastDay))
                .toList();
        return new Timeline(shown, Optional.of(list.with(BEFORE, lastDay.toString())));
    }

    private static List<Chapter> chapters(String name) {
        return Chapter.named(name).map(List::of).orElseGet(() -> Arrays.asList(Chapter.values()));
    }
}
