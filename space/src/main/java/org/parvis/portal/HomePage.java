package org.parvis.portal;

import java.util.Map;
import org.parvis.access.Visitor;
import org.parvis.database.Database;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The page one arrives at. */
@Controller
class HomePage {

    private final Pages pages;
    private final Database database;

    private final FhirEndpoint store;

    HomePage(Pages pages, Database database, FhirEndpoint store) {
        this.pages = pages;
        this.database = database;
        this.store = store;
    }

    @Bean
    static MenuEntry home() {
        return new MenuEntry(0, "/", "portal.menu");
    }

    @GetMapping("/")
    View show(Visitor visitor) {
        return pages.show(
                "portal/home",
                Map.of("database", database, "census", store.overview().census(visitor.caller())));
    }
}
