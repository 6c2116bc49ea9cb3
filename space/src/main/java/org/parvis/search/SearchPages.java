package org.parvis.search;

import java.util.Map;
import org.parvis.access.Visitor;
import org.parvis.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page of findings, whose list htmx asks for again while one types. */
@Controller
class SearchPages {

    private static final int LONGEST = 100;

    private final Pages pages;
    private final Search search;

    SearchPages(Pages pages, Search search) {
        this.pages = pages;
        this.search = search;
    }

    @GetMapping("/recherche")
    View find(
            Visitor visitor,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean again) {
        var text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return pages.show(again ? "search/findings" : "search/page", Map.of("findings", search.find(visitor, text)));
    }
}
