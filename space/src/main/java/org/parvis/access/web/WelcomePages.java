package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parvis.access.ReturnAddress;
import org.parvis.access.Session;
import org.parvis.access.SessionCookie;
import org.parvis.access.Sessions;
import org.parvis.access.Welcome;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The charter to accept, and the structure in which to act: asked on arrival, the latter changed at any time. */
@Controller
class WelcomePages {

    private final Pages pages;
    private final Welcome welcome;
    private final Sessions sessions;
    private final SessionCookie cookie;

    WelcomePages(Pages pages, Welcome welcome, Sessions sessions, SessionCookie cookie) {
        this.pages = pages;
        this.welcome = welcome;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/charte")
    View charter(@RequestParam(name = "suite", required = false) @Nullable String next, HttpServletRequest request) {
        boolean accepted = session(request).charter() >= welcome.charter().version();
        return pages.show(
                "access/charter",
                Map.of(
                        "charter", welcome.charter(),
                        "accepted", accepted,
                        "destination", ReturnAddress.of(next).path()));
    }

    @PostMapping("/charte")
    View accept(
            @RequestParam("version") int version,
            @RequestParam(name = "suite", required = false) @Nullable String next,
            HttpServletRequest request) {
        // A version that came out while the page was open is shown in its turn.
        if (version == welcome.charter().version()) {
            welcome.accept(session(request).account(), version);
        }
        return pages.goTo(ReturnAddress.of(next).path());
    }

    @GetMapping("/contexte")
    View positions(@RequestParam(name = "suite", required = false) @Nullable String next, HttpServletRequest request) {
        var session = session(request);
        return pages.show(
                "access/positions",
                Map.of(
                        "positions", welcome.positions(session),
                        "taken", session.position().orElse(""),
                        "destination", ReturnAddress.of(next).path()));
    }

    @PostMapping("/contexte")
    View act(
            @RequestParam("poste") String role,
            @RequestParam(name = "suite", required = false) @Nullable String next,
            HttpServletRequest request) {
        if (!sessions.act(session(request), role)) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
        return pages.goTo(ReturnAddress.of(next).path());
    }

    private Session session(HttpServletRequest request) {
        return cookie.session(request).orElseThrow(() -> new ErrorResponseException(HttpStatus.FORBIDDEN));
    }
}
