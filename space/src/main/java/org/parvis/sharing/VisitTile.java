package org.parvis.sharing;

import java.util.Optional;
import java.util.OptionalLong;
import org.parvis.access.Visitor;
import org.parvis.access.Visits;
import org.parvis.portal.ServiceTile;
import org.parvis.web.Pages;
import org.springframework.stereotype.Component;

/** Where a professional types the code that the patient before them shows. */
@Component
class VisitTile implements ServiceTile {

    private final Pages pages;
    private final Visits visits;

    VisitTile(Pages pages, Visits visits) {
        this.pages = pages;
        this.visits = visits;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Tile> of(Visitor visitor) {
        return visits.mayPresent(visitor)
                ? Optional.of(new Tile(
                        "/patient-present",
                        pages.say("sharing.visit.title"),
                        pages.say("sharing.visit.tile"),
                        OptionalLong.empty(),
                        "",
                        false))
                : Optional.empty();
    }
}
