package org.parvis.portal;

import java.time.InstantSource;
import java.util.Map;
import org.parvis.access.Visitor;
import org.parvis.database.Database;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The page one arrives at: another for whoever treats, whoever is treated, and whoever runs Parvis. */
@Controller
class HomePage {

    private final Pages pages;
    private final Homes homes;
    private final PostgresHomes kept;
    private final Database database;
    private final FhirEndpoint store;
    private final InstantSource clock;

    HomePage(Pages pages, Homes homes, PostgresHomes kept, Database database, FhirEndpoint store, InstantSource clock) {
        this.pages = pages;
        this.homes = homes;
        this.kept = kept;
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    @Bean
    static MenuEntry home() {
        return new MenuEntry(0, "/", "portal.menu");
    }

    @GetMapping("/")
    View show(Visitor visitor) {
        return switch (visitor.audience()) {
            case PROFESSIONAL ->
                pages.show("portal/professional", Map.of("home", homes.professional(visitor, clock.instant())));
            case CITIZEN -> pages.show("portal/citizen", Map.of("home", homes.citizen(visitor, clock.instant())));
            case OPERATOR ->
                pages.show(
                        "portal/home",
                        Map.of("database", database, "census", store.overview().census(visitor.caller())));
        };
    }

    @GetMapping("/visite")
    View tour() {
        return pages.show("portal/tour", Map.of());
    }

    /** The visitor has been shown around, or would rather not be. */
    @PostMapping("/visite")
    View endTour(Visitor visitor) {
        kept.toured(OpenedRecords.person(visitor), clock.instant());
        return pages.goTo("/");
    }
}
