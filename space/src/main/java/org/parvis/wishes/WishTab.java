package org.parvis.wishes;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.records.RecordSheet;
import org.parvis.records.RecordTab;
import org.parvis.web.Pages;
import org.parvis.web.When;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** The register of wishes: read by whoever treats the patient, in an emergency too; kept by the patient. */
@Component
class WishTab implements RecordTab {

    static final String NAME = "volontes";

    private static final Set<String> TYPES = Set.of("RelatedPerson", "DocumentReference", "Consent");

    private final Pages pages;
    private final Wishes wishes;
    private final InstantSource clock;

    WishTab(Pages pages, Wishes wishes, InstantSource clock) {
        this.pages = pages;
        this.wishes = wishes;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "wishes.tab";
    }

    @Override
    public boolean isFor(Visitor visitor) {
        return isReadBy(visitor);
    }

    /** Whoever would see a part of the wishes only would be told wrongly that there are no others. */
    static boolean isReadBy(Visitor visitor) {
        return visitor.caller()
                .permit()
                .rights()
                .map(rights -> rights.openings().stream()
                        .anyMatch(opening -> opening.types().containsAll(TYPES)))
                .orElse(true);
    }

    @Override
    public View show(RecordSheet sheet, Visitor visitor, Map<String, String> parameters) {
        LocalDate today = When.at(clock.instant()).day();
        return pages.show(
                "wishes/register",
                Map.of(
                        "sheet", sheet,
                        "register", wishes.of(visitor, sheet.patient()),
                        "own", visitor.audience() == Audience.CITIZEN,
                        "notes", Scribe.mayNote(visitor, sheet, today),
                        "ofAge", Scribe.isOfAge(sheet.banner(), today)));
    }
}
