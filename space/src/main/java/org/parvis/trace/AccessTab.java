package org.parvis.trace;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.records.RecordSheet;
import org.parvis.records.RecordTab;
import org.parvis.trace.Accesses.Wish;
import org.parvis.web.ListAddress;
import org.parvis.web.Pages;
import org.parvis.web.When;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Who accessed a patient's record: to be read by the patient, who can contest each access. */
@Component
class AccessTab implements RecordTab {

    static final String NAME = "acces";

    private static final int SHOWN = 50;

    private final Pages pages;
    private final FhirEndpoint endpoint;
    private final InstantSource clock;

    AccessTab(Pages pages, FhirEndpoint endpoint, InstantSource clock) {
        this.pages = pages;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "trace.tab";
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        var list = new ListAddress(sheet.here(), parameters);
        var store = visitor.at(endpoint);
        var accesses = Accesses.of(store, wish(sheet.patient(), list), SHOWN);
        var seen = new PatientTrace(
                list.value("moi").equals("oui") ? accesses : accesses.byOthersThan(sheet.patient()),
                ContestResources.of(store, sheet.patient()),
                GlassBreakingResources.of(store, sheet.patient()));
        return pages.show(
                "trace/patient",
                Map.of(
                        "sheet", sheet,
                        "list", list,
                        "trace", seen,
                        "own", visitor.audience() == Visitor.Audience.CITIZEN));
    }

    private Wish wish(String patient, ListAddress list) {
        var today = When.at(clock.instant()).day();
        return Wish.between(day(list, "depuis", today.minusYears(1)), day(list, "jusque", today))
                .with("patient", patient)
                .with("_page", list.value("suite"));
    }

    static LocalDate day(ListAddress list, String name, LocalDate otherwise) {
        return When.read(list.value(name)).map(When::day).orElse(otherwise);
    }
}
