package org.parvis.call;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import org.parvis.access.Visitor;
import org.parvis.records.RecordSheet;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where the software of others leads its people. */
@Controller
class CallPages {

    private final Pages pages;
    private final Calls calls;
    private final InstantSource clock;

    CallPages(Pages pages, Calls calls, InstantSource clock) {
        this.pages = pages;
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping("/appel")
    View call(
            Visitor visitor,
            @RequestParam(name = "jeton", defaultValue = "") String token,
            HttpServletRequest request) {
        return switch (calls.answer(token, visitor, clock.instant())) {
            case CallAnswer.Opened(var patient, var software, var back) -> {
                var page = pages.goTo(RecordSheet.address(patient));
                yield back.isEmpty()
                        ? page
                        : (model, asked, response) -> {
                            response.addHeader("Set-Cookie", BackCookie.of(software, back.get(), request.isSecure()));
                            page.render(model, asked, response);
                        };
            }
            case CallAnswer.Refused(var reason) ->
                pages.show(HttpStatus.FORBIDDEN, "call/refused", Map.of("reason", reason.name()));
        };
    }
}
