package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.parvis.access.RecordCodes;
import org.parvis.access.RecordCodes.Answer;
import org.parvis.access.Session;
import org.parvis.access.SessionCookie;
import org.parvis.web.FormErrors;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where a citizen types the code that ties their account to their record. */
@Controller
class OwnRecordPages {

    private final Pages pages;
    private final RecordCodes codes;
    private final SessionCookie cookie;

    OwnRecordPages(Pages pages, RecordCodes codes, SessionCookie cookie) {
        this.pages = pages;
        this.codes = codes;
        this.cookie = cookie;
    }

    @GetMapping("/mon-dossier")
    View ask(HttpServletRequest request) {
        return session(request).account().person().isPresent() ? pages.goTo("/") : form(HttpStatus.OK, FormErrors.NONE);
    }

    @PostMapping("/mon-dossier")
    View tie(@RequestParam("code") String code, HttpServletRequest request) {
        return switch (codes.use(session(request), code)) {
            case Answer.Tied _ -> pages.goTo("/");
            case Answer.Wrong _ -> refused("access.record.wrong");
            case Answer.Wait(Duration time) -> refused("access.record.wait", time.toSeconds() + 1);
        };
    }

    private View refused(String words, Object... values) {
        return form(HttpStatus.UNPROCESSABLE_CONTENT, new FormErrors(Map.of("code", pages.say(words, values))));
    }

    private View form(HttpStatus status, FormErrors errors) {
        return pages.show(status, "access/record", Map.of("errors", errors));
    }

    private Session session(HttpServletRequest request) {
        return cookie.session(request).orElseThrow(() -> new ErrorResponseException(HttpStatus.FORBIDDEN));
    }
}
