package org.parvis.records;

import java.util.Optional;
import org.parvis.access.Emergencies;
import org.parvis.access.Titles;
import org.parvis.access.Visitor;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.access.Decision;
import org.parvis.web.Pages;
import org.parvis.web.PatientBanner;
import org.parvis.web.When;
import org.springframework.stereotype.Component;

/** As whom a visitor looks at a record, and by which title they see it. */
@Component
class RecordSight {

    private final Pages pages;
    private final Emergencies emergencies;
    private final Titles titles;

    RecordSight(Pages pages, Emergencies emergencies, Titles titles) {
        this.pages = pages;
        this.emergencies = emergencies;
        this.titles = titles;
    }

    /** The visitor as they look at this patient: for an emergency, while they have broken the glass. */
    Visitor about(Visitor visitor, String patient) {
        return emergencies.about(visitor, patient);
    }

    /** Whether a record that is closed to them can be opened for an emergency. */
    boolean mayBreakTheGlass(Visitor visitor) {
        return emergencies.mayOpen(visitor);
    }

    /** By which title the visitor sees the record; none for the patient themselves, and for whoever sees all. */
    Optional<PatientBanner.Reason> reason(Visitor visitor, String patient) {
        return titles.why(visitor, "Patient/" + patient) instanceof Decision.Open(var through)
                ? through.filter(relation -> relation.basis() != Basis.SELF)
                        .map(relation -> new PatientBanner.Reason(
                                pages.say("access.basis." + relation.basis()),
                                Titles.moment(relation.during().highMicros()).map(When::at)))
                : Optional.empty();
    }
}
