package org.parvis.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.parvis.access.Visitor;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.web.Csv;
import org.parvis.web.ListAddress;
import org.parvis.web.Pages;
import org.parvis.web.PatientBanner;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The patients whose records are open to the visitor. */
@Controller
class PatientPages {

    private static final int SHOWN = 50;
    private static final int TAKEN_ALONG = 1000;

    private final Pages pages;
    private final FhirEndpoint endpoint;

    PatientPages(Pages pages, FhirEndpoint endpoint) {
        this.pages = pages;
        this.endpoint = endpoint;
    }

    @GetMapping("/patients")
    View list(Visitor visitor, @RequestParam Map<String, String> parameters) {
        var address = new ListAddress("/patients", parameters);
        var store = visitor.at(endpoint);
        return address.isCsv()
                ? csv(store.search(query(address, TAKEN_ALONG)))
                : pages.show("records/patients", Map.of("list", page(address, store)));
    }

    private static PatientList page(ListAddress address, StoreClient store) {
        var found = store.search(query(address, SHOWN));
        // The page after this one is asked for by its number: the store's own link is not the browser's to write.
        for (int at = 1; at < number(address) && found.next().isPresent(); at++) {
            found = store.search(found.next().get());
        }
        var next = found.next().map(more -> address.with("page", String.valueOf(number(address) + 1)));
        return new PatientList(address, banners(found), next);
    }

    private static String query(ListAddress address, int count) {
        var order = switch (address.value("tri")) {
            case "-nom" -> "-family";
            case "naissance" -> "birthdate";
            case "-naissance" -> "-birthdate";
            default -> "family";
        };
        var name = address.value("nom").isEmpty()
                ? ""
                : "&name=" + URLEncoder.encode(address.value("nom").replace(",", "\\,"), UTF_8);
        return "Patient?_sort=%s,_id&_count=%d%s".formatted(order, count, name);
    }

    private static int number(ListAddress address) {
        var page = address.value("page");
        return page.matches("[1-9]\\d{0,2}") ? Integer.parseInt(page) : 1;
    }

    private static List<PatientBanner> banners(StoreClient.Found found) {
        return found.matches().stream()
                .map(patient -> IdentityResources.banner(patient, List.of()))
                .toList();
    }

    private View csv(StoreClient.Found found) {
        var rows = banners(found).stream()
                .map(patient -> List.of(
                        patient.birthName(),
                        patient.firstNames(),
                        patient.usedName().orElse(""),
                        patient.birth().map(birth -> birth.date().figures()).orElse(""),
                        pages.say("web.patient.sex." + patient.sex().name())))
                .toList();
        return new Csv("patients", List.of("Nom de naissance", "Prénoms", "Nom utilisé", "Naissance", "Sexe"), rows)
                .view();
    }
}
