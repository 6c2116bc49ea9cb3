package org.parvis.carers;

import java.util.Map;
import java.util.Set;
import org.parvis.access.Titles;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.Basis;
import org.parvis.records.RecordSheet;
import org.parvis.records.RecordTab;
import org.parvis.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Who stands by the patient, until when; the patient decides here. */
@Component
class CarersTab implements RecordTab {

    static final String NAME = "proches";

    private final Pages pages;
    private final Carers carers;
    private final Titles titles;

    CarersTab(Pages pages, Carers carers, Titles titles) {
        this.pages = pages;
        this.carers = carers;
        this.titles = titles;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "carers.tab";
    }

    @Override
    public boolean isFor(Visitor visitor) {
        return visitor.audience() == Audience.CITIZEN;
    }

    @Override
    public Set<String> needs() {
        return Set.of("Consent");
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        var today = carers.today();
        return pages.show(
                "carers/carers",
                Map.of(
                        "sheet", sheet,
                        "carers", carers.of(visitor, sheet.patient()),
                        "guardians",
                                titles.of(sheet.patient()).stream()
                                        .filter(title -> title.basis() == Basis.GUARDIAN)
                                        .toList(),
                        "own", isOwn(visitor, sheet),
                        "proposed", today.plusMonths(CarerForm.USUAL_MONTHS).toString(),
                        "last", today.plusMonths(CarerForm.MOST_MONTHS).toString()));
    }

    /** Whether it is their own record: nobody opens another's to somebody else. */
    static boolean isOwn(Visitor visitor, RecordSheet sheet) {
        return !Titles.isOthers(visitor, sheet.patient());
    }
}
