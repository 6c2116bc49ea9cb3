package org.parvis.oversight;

import java.util.Map;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.View;

/** The latest changes of the store, as they come. */
@Controller
class FeedPage {

    private static final int CHANGES = 50;

    private final Pages pages;
    private final FhirEndpoint store;

    FeedPage(Pages pages, FhirEndpoint store) {
        this.pages = pages;
        this.store = store;
    }

    @Bean
    static MenuEntry feedMenu() {
        return new MenuEntry(1, "/flux", "oversight.feed.menu");
    }

    @GetMapping("/flux")
    View show(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean live) {
        var changes = store.overview().latest(Caller.system(), CHANGES);
        return pages.show(live ? "oversight/changes" : "oversight/feed", Map.of("changes", changes));
    }
}
