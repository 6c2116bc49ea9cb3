package org.parvis.records;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** The visitor as they look at this patient: for an emergency, while they have broken the glass; for whom they act. */
    Visitor about(Visitor visitor, String patient) {
        return titles.about(emergencies.about(visitor, patient), patient);
    }

    /** The tabs for this visitor: of those who stand by the patient, those that show something of what they may see. */
    List<RecordTab> offered(List<RecordTab> tabs, Visitor reader, String patient) {
        var theirs = tabs.stream().filter(tab -> tab.isFor(reader)).toList();
        if (!Titles.isOthers(reader, patient)) {
            return theirs;
        }
        var needed = theirs.stream().flatMap(tab -> tab.needs().stream()).collect(Collectors.toSet());
        var opened = titles.opened(reader, patient, needed);
        return theirs.stream().filter(tab -> opened.containsAll(tab.needs())).toList();
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
