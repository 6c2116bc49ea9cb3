package org.parvis.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parvis.access.RecordCodes;
import org.parvis.access.Titles;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.records.RecordSheet;
import org.parvis.records.RecordTab;
import org.parvis.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Who sees this record, by what; and what the patient wants. Those whose record it is choose here. */
@Component
class SharingTab implements RecordTab {

    static final String NAME = "partage";

    private static final int DOCUMENTS = 100;

    private final Pages pages;
    private final Titles titles;
    private final Choices choices;
    private final RecordCodes codes;
    private final FhirEndpoint endpoint;

    SharingTab(Pages pages, Titles titles, Choices choices, RecordCodes codes, FhirEndpoint endpoint) {
        this.pages = pages;
        this.titles = titles;
        this.choices = choices;
        this.codes = codes;
        this.endpoint = endpoint;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "sharing.tab";
    }

    @Override
    public Set<String> needs() {
        return Set.of("Consent");
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        boolean chooses = visitor.audience() == Audience.CITIZEN;
        return pages.show(
                "sharing/sharing",
                Map.of(
                        "sheet",
                        sheet,
                        "chooses",
                        chooses,
                        "notes",
                        Choices.mayNote(visitor),
                        "hands",
                        codes.mayHandOver(visitor),
                        "decision",
                        titles.why(visitor, "Patient/" + sheet.patient()),
                        "titles",
                        titles.of(sheet.patient()),
                        "choices",
                        choices.of(visitor, sheet.patient()),
                        "documents",
                        chooses ? documents(visitor, sheet.patient()) : Map.of()));
    }

    /** By id, what the visitor could hide. */
    private Map<String, String> documents(Visitor visitor, String patient) {
        List<ObjectNode> found = visitor.at(endpoint)
                .search("DocumentReference?patient=%s&status=current&_sort=-date&_count=%d"
                        .formatted(patient, DOCUMENTS))
                .matches();
        var titles = new LinkedHashMap<String, String>();
        found.forEach(document -> titles.put(
                document.path("id").asText(),
                document.path("description")
                        .asText(document.path("content")
                                .path(0)
                                .path("attachment")
                                .path("title")
                                .asText("–"))));
        return titles;
    }
}
