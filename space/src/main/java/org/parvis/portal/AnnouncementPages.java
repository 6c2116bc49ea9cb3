package org.parvis.portal;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parvis.access.OperatorsOnly;
import org.parvis.access.Visitor;
import org.parvis.web.FormErrors;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What whoever runs the space tells all of its users. */
@Controller
@OperatorsOnly
class AnnouncementPages {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_WORDS = 2_000;

    private final Pages pages;
    private final PostgresHomes kept;
    private final InstantSource clock;

    AnnouncementPages(Pages pages, PostgresHomes kept, InstantSource clock) {
        this.pages = pages;
        this.kept = kept;
        this.clock = clock;
    }

    @Bean
    static MenuEntry announcementsMenu() {
        return new MenuEntry(20, "/annonces", "portal.announcements", true);
    }

    @GetMapping("/annonces")
    View list() {
        return show(HttpStatus.OK, Draft.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/annonces")
    View announce(
            Visitor visitor,
            @RequestParam(name = "titre", defaultValue = "") String title,
            @RequestParam(name = "texte", defaultValue = "") String words,
            @RequestParam(name = "fin", defaultValue = "") String end) {
        var draft = new Draft(title, words, end);
        var errors = errors(draft);
        if (!errors.isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, draft, errors);
        }
        kept.announce(title, words, visitor.name(), clock.instant(), draft.ends());
        return pages.goTo("/annonces");
    }

    @PostMapping("/annonces/{id}/fin")
    View end(@PathVariable long id) {
        kept.end(id, clock.instant());
        return pages.goTo("/annonces");
    }

    private View show(HttpStatus status, Draft draft, FormErrors errors) {
        return pages.show(
                status,
                "portal/announcements",
                Map.of("announcements", kept.announcements(clock.instant()), "draft", draft, "errors", errors));
    }

    private FormErrors errors(Draft draft) {
        var errors = new LinkedHashMap<String, String>();
        if (draft.title().isBlank() || draft.title().length() > LONGEST_TITLE) {
            errors.put("titre", pages.say("portal.announcements.title.wrong", LONGEST_TITLE));
        }
        if (draft.words().isBlank() || draft.words().length() > LONGEST_WORDS) {
            errors.put("texte", pages.say("portal.announcements.words.wrong", LONGEST_WORDS));
        }
        if (!draft.ends().isAfter(clock.instant())) {
            errors.put("fin", pages.say("portal.announcements.end.wrong"));
        }
        return new FormErrors(errors);
    }
}
