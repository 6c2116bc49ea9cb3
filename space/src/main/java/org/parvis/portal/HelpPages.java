package org.parvis.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.parvis.access.Visitor;
import org.parvis.search.Topic;
import org.parvis.search.Topics;
import org.parvis.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Short answers to what people ask of the space, which the search finds too. */
@Controller
class HelpPages implements Topics {

    private final Pages pages;

    HelpPages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/aide")
    View show() {
        return pages.show("portal/help", Map.of("subjects", List.of(HelpSubject.values())));
    }

    @Override
    public List<Topic> of(Visitor visitor) {
        return Arrays.stream(HelpSubject.values())
                .map(subject ->
                        new Topic("/aide#" + subject.anchor(), pages.say(subject.title()), pages.say(subject.text())))
                .toList();
    }
}
