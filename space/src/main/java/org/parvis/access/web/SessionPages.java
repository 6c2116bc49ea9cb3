package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.AccessEvent.Closing;
import org.parvis.access.Deputies;
import org.parvis.access.Deputy;
import org.parvis.access.OutsideRoads;
import org.parvis.access.Referents;
import org.parvis.access.ServerAddress;
import org.parvis.access.Session;
import org.parvis.access.SessionCookie;
import org.parvis.access.SessionId;
import org.parvis.access.Sessions;
import org.parvis.access.Visitor;
import org.parvis.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Where one is in, and leaving: this browser, another one, or all others. */
@Controller
class SessionPages {

    private final Pages pages;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Referents referents;
    private final Optional<Deputies> deputies;
    private final Optional<OutsideRoads> outside;
    private final ServerAddress address;

    SessionPages(
            Pages pages,
            Sessions sessions,
            SessionCookie cookie,
            Referents referents,
            Optional<Deputies> deputies,
            Optional<OutsideRoads> outside,
            ServerAddress address) {
        this.deputies = deputies;
        this.referents = referents;
        this.outside = outside;
        this.address = address;
        this.pages = pages;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/mes-sessions")
    View list(HttpServletRequest request) {
        var here = cookie.session(request);
        return pages.show(
                "access/sessions",
                Map.of(
                        "here", here,
                        "sessions", mine(here),
                        "deputies", deputies(here),
                        "referent", isReferent(here)));
    }

    @PostMapping("/mes-sessions/{id}/fin")
    View close(@PathVariable("id") UUID id, HttpServletRequest request) {
        mine(cookie.session(request)).stream()
                .filter(session -> session.id().equals(new SessionId(id)))
                .forEach(session -> sessions.close(session, Closing.REVOKED));
        return pages.goTo("/mes-sessions");
    }

    @PostMapping("/mes-sessions/autres/fin")
    View closeOthers(HttpServletRequest request) {
        var here = cookie.session(request);
        mine(here).stream()
                .filter(session -> !session.id().equals(here.orElseThrow().id()))
                .forEach(session -> sessions.close(session, Closing.REVOKED));
        return pages.goTo("/mes-sessions");
    }

    @PostMapping("/deconnexion")
    View leave(HttpServletRequest request, HttpServletResponse response) {
        var here = cookie.session(request);
        here.ifPresent(session -> sessions.close(session, Closing.LOGGED_OUT));
        cookie.remove(request, response);
        return here.flatMap(session -> farewell(session, request))
                .map(elsewhere -> leaveThere(elsewhere, response))
                .orElseGet(() -> pages.goTo("/connexion"));
    }

    private Optional<String> farewell(Session session, HttpServletRequest request) {
        return outside.flatMap(roads -> roads.farewell(session.id(), address.of(request) + "/connexion"));
    }

    // Not a redirection: browsers hold those that follow a form to this server.
    private View leaveThere(String elsewhere, HttpServletResponse response) {
        response.setHeader("Refresh", "0; url=" + elsewhere);
        return pages.show("access/left", Map.of("elsewhere", elsewhere));
    }

    private boolean isReferent(Optional<Session> here) {
        return here.map(Session::account)
                .filter(account -> account.audience() == Visitor.Audience.PROFESSIONAL)
                .filter(account -> !referents.managed(account, "").isEmpty())
                .isPresent();
    }

    private List<Deputy> deputies(Optional<Session> here) {
        return here.flatMap(session -> deputies.map(all -> all.of(session.account())))
                .orElse(List.of());
    }

    private List<Session> mine(Optional<Session> here) {
        return here.map(session -> sessions.of(session.account().id())).orElse(List.of());
    }
}
