package org.parvis.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parvis.access.Visitor;
import org.parvis.web.Csv;
import org.parvis.web.Framing;
import org.parvis.web.ListAddress;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The catalogue of services, each of them, and the tile of each that other portals may show. */
@Controller
class CataloguePages {

    private final Pages pages;
    private final Catalogue catalogue;
    private final PortalSettings settings;

    CataloguePages(Pages pages, Catalogue catalogue, PortalSettings settings) {
        this.pages = pages;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @Bean
    static MenuEntry servicesMenu() {
        return new MenuEntry(5, "/services", "portal.services");
    }

    @GetMapping("/services")
    View list(Visitor visitor, @RequestParam Map<String, String> parameters) {
        var list = new ServiceList(new ListAddress("/services", parameters), catalogue.services(visitor));
        return list.address().isCsv() ? csv(list) : pages.show("portal/services", Map.of("list", list));
    }

    @GetMapping("/services/{id}")
    View one(@PathVariable String id) {
        return catalogue
                .named(id)
                .map(service -> pages.show(
                        "portal/service", Map.of("service", service, "framed", isFramed(service)), framing(service)))
                .orElseGet(() -> pages.show(HttpStatus.NOT_FOUND, "web/missing", Map.of()));
    }

    /** It says nothing about anybody, so that it needs no login inside another site's page. */
    @GetMapping("/tuiles/{id}")
    View tile(@PathVariable String id) {
        return catalogue
                .named(id)
                .map(service -> pages.show(
                        "portal/embedded", Map.of("service", service), new Framing(settings.embedders(), List.of())))
                .orElseGet(() -> pages.show(HttpStatus.NOT_FOUND, "web/missing", Map.of()));
    }

    private boolean isFramed(Service service) {
        return service.tileOrigin().filter(settings.embedded()::contains).isPresent();
    }

    private Framing framing(Service service) {
        return isFramed(service)
                ? new Framing(List.of(), service.tileOrigin().stream().toList())
                : Framing.NONE;
    }

    private View csv(ServiceList list) {
        var rows = list.shown().stream()
                .map(service -> List.of(
                        service.name(),
                        service.text(),
                        service.owner(),
                        pages.say("portal.services." + service.origin().name()),
                        service.audience().stream()
                                .sorted()
                                .map(audience -> pages.say("portal.services." + audience.name()))
                                .collect(Collectors.joining(", ")),
                        pages.say("portal.services." + service.status().name()),
                        service.access(),
                        service.address()))
                .toList();
        var heads = List.of("Service", "Objet", "Responsable", "Origine", "Public", "Statut", "Accès", "Adresse");
        return new Csv("services", heads, rows).view();
    }
}
