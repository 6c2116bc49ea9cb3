package org.parvis.federation.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.parvis.access.Origin;
import org.parvis.access.Secret;
import org.parvis.access.ServerAddress;
import org.parvis.access.SessionCookie;
import org.parvis.federation.Network;
import org.parvis.federation.NetworkAnswer;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where gateways announce people, and where these come in. */
@Controller
class NetworkPages {

    private final Pages pages;
    private final Network network;
    private final SessionCookie sessions;
    private final ServerAddress address;

    NetworkPages(Pages pages, Network network, SessionCookie sessions, ServerAddress address) {
        this.pages = pages;
        this.network = network;
        this.sessions = sessions;
        this.address = address;
    }

    /** Told by the gateway itself, at the door of certificates. */
    @PostMapping(path = "/passerelle/annonces", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> announce(@RequestParam("declaration") String statement, HttpServletRequest request) {
        return switch (network.announce(request, statement)) {
            case NetworkAnswer.Expected(Secret pass) ->
                told(HttpStatus.CREATED, "address", "%s/connexion/reseau/%s".formatted(address.told(), pass.text()));
            case NetworkAnswer.Refused(var reason) -> told(HttpStatus.FORBIDDEN, "error", reason.code());
        };
    }

    private static ResponseEntity<String> told(HttpStatus status, String name, String value) {
        return ResponseEntity.status(status)
                .body(JsonNodeFactory.instance.objectNode().put(name, value).toString());
    }

    @GetMapping("/connexion/reseau/{pass}")
    View comeIn(@PathVariable String pass, HttpServletRequest request, HttpServletResponse response) {
        return network.receive(new Secret(pass), Origin.of(request))
                .map(session -> {
                    sessions.write(request, response, session);
                    return pages.goTo("/");
                })
                .orElseGet(() -> pages.show(HttpStatus.FORBIDDEN, "federation/unexpected", Map.of()));
    }
}
