package org.parvis.records;

import java.util.Map;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What was measured of the patient, each thing with its curve. */
@Component
class ResultsTab implements RecordTab {

    private static final int LOOKED_AT = 300;

    private final Pages pages;
    private final FhirEndpoint endpoint;

    ResultsTab(Pages pages, FhirEndpoint endpoint) {
        this.pages = pages;
        this.endpoint = endpoint;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String name() {
        return "resultats";
    }

    @Override
    public String words() {
        return "records.results";
    }

    @Override
    public Set<String> needs() {
        return Set.of("Observation");
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        var store = visitor.at(endpoint);
        var measured = ResultResources.measured(store, sheet.patient(), LOOKED_AT);
        var results = ResultResources.results(measured, Sources.of(store, ResultResources.last(measured)));
        return pages.show("records/results", Map.of("sheet", sheet, "results", results));
    }
}
