package org.parvis.records;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.Pages;
import org.parvis.web.When;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** The patient's appointments, those to come first. */
@Component
class AppointmentsTab implements RecordTab {

    private final Pages pages;
    private final FhirEndpoint endpoint;
    private final InstantSource clock;

    AppointmentsTab(Pages pages, FhirEndpoint endpoint, InstantSource clock) {
        this.pages = pages;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String name() {
        return "rendez-vous";
    }

    @Override
    public String words() {
        return "records.appointments";
    }

    @Override
    public Set<String> needs() {
        return Set.of("Appointment");
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        var store = visitor.at(endpoint);
        var untitled = pages.say("records.appointments.untitled");
        var today = When.at(clock.instant()).day();
        return pages.show(
                "records/appointments",
                Map.of(
                        "sheet", sheet,
                        "coming", AppointmentResources.coming(store, sheet.patient(), today, untitled),
                        "past", AppointmentResources.past(store, sheet.patient(), today, untitled)));
    }
}
