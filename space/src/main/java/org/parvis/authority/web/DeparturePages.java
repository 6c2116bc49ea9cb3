package org.parvis.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.parvis.access.AccessEvent.Closing;
import org.parvis.access.SessionCookie;
import org.parvis.access.Sessions;
import org.parvis.authority.Departures;
import org.parvis.authority.Departures.Departure;
import org.parvis.authority.WebAddress;
import org.parvis.web.Framing;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Leaving from an application: the person is asked whether they leave this space too, and sent back. */
@Controller
class DeparturePages {

    private final Pages pages;
    private final Departures departures;
    private final Sessions sessions;
    private final SessionCookie cookie;

    DeparturePages(Pages pages, Departures departures, Sessions sessions, SessionCookie cookie) {
        this.pages = pages;
        this.departures = departures;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/oauth2/logout")
    View ask(@RequestParam Map<String, String> told, HttpServletRequest request) {
        return departures
                .read(told)
                .map(departure -> cookie.session(request).isPresent() ? page(departure, told) : leave(departure))
                .orElseGet(this::unknown);
    }

    @PostMapping("/oauth2/logout")
    View leave(@RequestParam Map<String, String> told, HttpServletRequest request, HttpServletResponse response) {
        cookie.session(request).ifPresent(session -> sessions.close(session, Closing.LOGGED_OUT));
        cookie.remove(request, response);
        return departures.read(told).map(this::leave).orElseGet(this::unknown);
    }

    private View page(Departure departure, Map<String, String> told) {
        return pages.show(
                "authority/departure",
                Map.of("application", departure.application().name(), "told", told),
                Framing.leadingTo(departure
                        .address()
                        .map(WebAddress::origin)
                        .map(List::of)
                        .orElse(List.of())));
    }

    private View leave(Departure departure) {
        return pages.goTo(departure.address().orElse("/connexion"));
    }

    private View unknown() {
        return pages.show(HttpStatus.BAD_REQUEST, "authority/undeparted", Map.of());
    }
}
