package org.parvis.records;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.records.Summary.Part;
import org.parvis.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** The tab that opens first: what matters now. */
@Component
class SummaryTab implements RecordTab {

    private final Pages pages;
    private final FhirEndpoint endpoint;
    private final List<SummaryPart> parts;

    SummaryTab(Pages pages, FhirEndpoint endpoint, List<SummaryPart> parts) {
        this.pages = pages;
        this.endpoint = endpoint;
        this.parts = List.copyOf(parts);
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String words() {
        return "records.summary";
    }

    @Override
    public Set<String> needs() {
        return Set.of("AllergyIntolerance", "Condition", "Observation");
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        var summary = SummaryResources.of(visitor.at(endpoint), sheet.patient(), parts(visitor, sheet.patient()));
        return pages.show("records/summary", Map.of("sheet", sheet, "summary", summary));
    }

    private List<Part> parts(Visitor visitor, String patient) {
        return parts.stream()
                .filter(part -> part.isFor(visitor))
                .map(part -> new Part(part.words(), part.tab(), part.facts(visitor, patient)))
                .toList();
    }
}
