package org.parvis.oversight;

import java.util.List;
import java.util.Map;
import org.parvis.access.OperatorsOnly;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.Overview;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.View;

/** Changes, subscriptions, exports and search parameters: each a page whose list htmx asks for again while it is read. */
@Controller
@OperatorsOnly
class OversightPages {

    private static final String FOR_HTMX = "HX-Request";
    private static final int CHANGES = 50;
    private static final int EXPORTS = 50;

    private final Pages pages;
    private final Overview store;

    OversightPages(Pages pages, FhirEndpoint endpoint) {
        this.pages = pages;
        this.store = endpoint.overview();
    }

    @Bean
    static MenuEntry changesMenu() {
        return new MenuEntry(10, "/flux", "oversight.feed.menu", true);
    }

    @Bean
    static MenuEntry subscriptionsMenu() {
        return new MenuEntry(11, "/abonnements", "oversight.subscriptions.menu", true);
    }

    @Bean
    static MenuEntry exportsMenu() {
        return new MenuEntry(12, "/exports", "oversight.exports.menu", true);
    }

    @Bean
    static MenuEntry parametersMenu() {
        return new MenuEntry(13, "/parametres-de-recherche", "oversight.parameters.menu", true);
    }

    @GetMapping("/flux")
    View changes(Visitor visitor, @RequestHeader(name = FOR_HTMX, defaultValue = "false") boolean again) {
        return show(again ? "changes" : "feed", "changes", store.latest(visitor.caller(), CHANGES));
    }

    @GetMapping("/abonnements")
    View subscriptions(@RequestHeader(name = FOR_HTMX, defaultValue = "false") boolean again) {
        return show(again ? "subscribers" : "subscriptions", "subscribers", store.subscribers());
    }

    @GetMapping("/exports")
    View exports(@RequestHeader(name = FOR_HTMX, defaultValue = "false") boolean again) {
        return show(again ? "exportlist" : "exports", "exports", store.exports(EXPORTS));
    }

    @GetMapping("/parametres-de-recherche")
    View parameters(@RequestHeader(name = FOR_HTMX, defaultValue = "false") boolean again) {
        return show(again ? "indexing" : "parameters", "parameters", store.indexing());
    }

    private View show(String template, String name, List<?> list) {
        return pages.show("oversight/" + template, Map.of(name, list));
    }
}
