package org.parvis.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.parvis.access.Origin;
import org.parvis.access.Visitor;
import org.parvis.access.Visits;
import org.parvis.access.Visits.Answer;
import org.parvis.records.RecordSheet;
import org.parvis.web.FormErrors;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A patient shows a code at a visit, the professional before them types it. */
@Controller
class VisitPages {

    private final Pages pages;
    private final Visits visits;

    VisitPages(Pages pages, Visits visits) {
        this.pages = pages;
        this.visits = visits;
    }

    @PostMapping("/dossier/{patient}/partage/visite")
    View offer(Visitor visitor, @PathVariable String patient) {
        String code = visits.offer(visitor, patient);
        return pages.show(
                "sharing/code",
                Map.of(
                        "patient",
                        patient,
                        "code",
                        code,
                        "minutes",
                        Visits.PATIENCE.toMinutes(),
                        "hours",
                        Visits.LASTING.toHours()));
    }

    @GetMapping("/patient-present")
    View ask() {
        return form(HttpStatus.OK, FormErrors.NONE);
    }

    @PostMapping("/patient-present")
    View present(Visitor visitor, @RequestParam("code") String code, HttpServletRequest request) {
        if (!visits.mayPresent(visitor)) {
            return refused("sharing.visit.nobody");
        }
        return switch (visits.present(visitor, code, Origin.of(request))) {
            case Answer.Opened(String patient) -> pages.goTo(RecordSheet.address(patient));
            case Answer.Wrong _ -> refused("sharing.visit.wrong");
            case Answer.Wait(Duration time) -> refused("sharing.visit.wait", time.toSeconds() + 1);
        };
    }

    private View refused(String words, Object... values) {
        return form(HttpStatus.UNPROCESSABLE_CONTENT, new FormErrors(Map.of("code", pages.say(words, values))));
    }

    private View form(HttpStatus status, FormErrors errors) {
        return pages.show(status, "sharing/visit", Map.of("errors", errors));
    }
}
