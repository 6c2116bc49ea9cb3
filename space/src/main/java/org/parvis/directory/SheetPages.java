package org.parvis.directory;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.Pages;
import org.parvis.web.Sites;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The sheet of a professional, and that of a structure. */
@Controller
class SheetPages {

    private final Pages pages;
    private final FhirEndpoint endpoint;
    private final InstantSource clock;

    SheetPages(Pages pages, FhirEndpoint endpoint, InstantSource clock) {
        this.pages = pages;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @GetMapping("/annuaire/professionnels/{id}")
    View professional(Visitor visitor, @PathVariable String id) {
        return new ProfessionalResources(visitor.at(endpoint), Reading.of(visitor), clock.instant())
                .sheet(id)
                .map(sheet -> pages.show("directory/professional", Map.of("sheet", sheet)))
                .orElseGet(this::missing);
    }

    @GetMapping("/annuaire/structures/{id}")
    View structure(Visitor visitor, @PathVariable String id) {
        return new StructureResources(visitor.at(endpoint), Reading.of(visitor), clock.instant())
                .sheet(id)
                .map(sheet -> pages.show(
                        "directory/structure",
                        Map.of("sheet", sheet, "sites", new Sites(sheet.sites(), Optional.empty()))))
                .orElseGet(this::missing);
    }

    private View missing() {
        return pages.show(HttpStatus.NOT_FOUND, "web/missing", Map.of());
    }
}
