package org.parvis.federation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parvis.access.HostCookie;
import org.parvis.access.Origin;
import org.parvis.access.ReturnAddress;
import org.parvis.access.Secret;
import org.parvis.access.SessionCookie;
import org.parvis.federation.Federation;
import org.parvis.federation.Federation.Leaving;
import org.parvis.federation.Federation.Return;
import org.parvis.federation.NotProven;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Leaving for somebody who vouches for people, and coming back. */
@Controller
class FederationPages {

    private static final HostCookie DEPARTURE = new HostCookie("parvis-departure");
    private static final Secret NONE = new Secret("");

    private final Pages pages;
    private final Federation federation;
    private final SessionCookie sessions;

    FederationPages(Pages pages, Federation federation, SessionCookie sessions) {
        this.pages = pages;
        this.federation = federation;
        this.sessions = sessions;
    }

    @GetMapping("/connexion/par/{provider}")
    View leave(
            @PathVariable String provider,
            @RequestParam(name = "suite", required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (federation.leave(provider, request, ReturnAddress.of(next))) {
            case Leaving.Gone(String address, Secret secret) -> {
                DEPARTURE.write(request, response, secret);
                yield pages.goTo(address);
            }
            case Leaving.Kept(NotProven reason) -> refused(provider, reason, response);
            case Leaving.Unknown _ -> throw new ErrorResponseException(HttpStatus.NOT_FOUND);
        };
    }

    @GetMapping("/connexion/retour/{provider}")
    View comeBack(
            @PathVariable String provider,
            @RequestParam Map<String, String> told,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = DEPARTURE.read(request).orElse(NONE);
        DEPARTURE.remove(request, response);
        return switch (federation.receive(provider, secret, told, Origin.of(request))) {
            case Return.In(Secret session, ReturnAddress destination) -> {
                sessions.write(request, response, session);
                yield pages.goTo(destination.path());
            }
            case Return.Out(NotProven reason) -> refused(provider, reason, response);
        };
    }

    /** Told by the provider itself, behind the browser's back. */
    @PostMapping("/connexion/fin/{provider}")
    ResponseEntity<Void> end(@PathVariable String provider, @RequestParam("logout_token") String told) {
        return federation.end(provider, told)
                ? ResponseEntity.ok().build()
                : ResponseEntity.badRequest().build();
    }

    private View refused(String provider, NotProven reason, HttpServletResponse response) {
        response.setStatus(
                reason == NotProven.UNREACHABLE
                        ? HttpServletResponse.SC_BAD_GATEWAY
                        : HttpServletResponse.SC_FORBIDDEN);
        return pages.show("federation/refused", Map.of("provider", provider, "reason", reason));
    }
}
