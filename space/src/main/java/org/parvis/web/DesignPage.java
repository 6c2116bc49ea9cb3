package org.parvis.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Each fragment of which pages are made, once, with an example. */
@Controller
class DesignPage {

    private final Pages pages;
    private final InstantSource clock;

    DesignPage(Pages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/design")
    View show(@RequestParam Map<String, String> parameters) {
        var list = new ListAddress("/design", parameters);
        var examples = new DesignExamples(list, clock.instant());
        return list.isCsv() ? csv(examples) : pages.show("design/page", Map.of("examples", examples));
    }

    private static View csv(DesignExamples examples) {
        var rows = examples.offers().stream()
                .map(offer -> List.of(offer.name(), offer.town(), String.valueOf(offer.beds())))
                .toList();
        return new Csv("structures", List.of("Structure", "Commune", "Lits disponibles"), rows).view();
    }
}
