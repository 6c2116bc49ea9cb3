package org.parvis.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parvis.access.ServerAddress;
import org.parvis.access.Session;
import org.parvis.access.SessionCookie;
import org.parvis.access.Visitor;
import org.parvis.authority.ApprovalRequest;
import org.parvis.authority.ApprovalRequests;
import org.parvis.authority.ApprovalRequests.Reading;
import org.parvis.authority.Approvals;
import org.parvis.authority.Beginning;
import org.parvis.authority.Beginnings;
import org.parvis.authority.Reach;
import org.parvis.web.Framing;
import org.parvis.web.Pages;
import org.parvis.web.When;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** Where applications send people to let them act: the way in, the page on which they decide, and taking it back. */
@Controller
class ApprovalPages {

    private static final Set<String> OWN = Set.of("choix", "dossier", "nom", "_csrf");

    private final Pages pages;
    private final ApprovalRequests requests;
    private final Approvals approvals;
    private final Beginnings beginnings;
    private final SessionCookie cookie;
    private final ServerAddress address;
    private final InstantSource clock;

    ApprovalPages(
            Pages pages,
            ApprovalRequests requests,
            Approvals approvals,
            Beginnings beginnings,
            SessionCookie cookie,
            ServerAddress address,
            InstantSource clock) {
        this.pages = pages;
        this.requests = requests;
        this.approvals = approvals;
        this.beginnings = beginnings;
        this.cookie = cookie;
        this.address = address;
        this.clock = clock;
    }

    /** The address that applications know: nobody is asked who they are before what is asked of them is sound. */
    @GetMapping("/oauth2/authorize")
    View arrive(@RequestParam MultiValueMap<String, String> told, HttpServletRequest request) {
        return understood(told, request, asked -> {
            var visitor = Visitor.of(request).filter(known -> known.duty().isEmpty());
            var session = cookie.session(request);
            if (asked.isSilent()) {
                return silently(asked, session, visitor);
            }
            var comesAgain = session.filter(here -> asked.isTooLateFor(here.openedAt(), clock.instant()));
            return pages.goTo(comesAgain.isPresent() ? login(asked) : asked.page());
        });
    }

    @GetMapping("/autorisation")
    View ask(
            Visitor visitor,
            @RequestParam MultiValueMap<String, String> told,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "dossier") Optional<String> chosen,
            HttpServletRequest request) {
        return understood(told, request, asked -> {
            var session = session(request);
            var beginning = beginnings.of(asked, session, visitor, chosen, name.strip());
            // A patient in the address may have been put there by the application: it is the person who says whom they
            // chose.
            if (approvals.isApproved(asked, session) && beginning.isSettled() && chosen.isEmpty()) {
                return pages.goTo(approvals.approve(asked, session, beginning));
            }
            return page(asked, session, visitor, beginning, name);
        });
    }

    @PostMapping("/autorisation")
    View decide(
            Visitor visitor,
            @RequestParam MultiValueMap<String, String> told,
            @RequestParam("choix") String choice,
            @RequestParam(name = "dossier") Optional<String> chosen,
            HttpServletRequest request) {
        return understood(told, request, asked -> {
            if (!choice.equals("autoriser")) {
                return pages.goTo(asked.refusal("access_denied", "The person refused"));
            }
            var session = session(request);
            var beginning = beginnings.of(asked, session, visitor, chosen, "");
            return approvals.mayBeGiven(session)
                            && beginning.isSettled()
                            && asked.software().servesIn(visitor.position())
                    ? pages.goTo(approvals.approve(asked, session, beginning))
                    : page(asked, session, visitor, beginning, "");
        });
    }

    @PostMapping("/autorisations/{id}/fin")
    View withdraw(@PathVariable("id") UUID id, HttpServletRequest request) {
        approvals.withdraw(session(request), id);
        return pages.goTo("/mes-sessions");
    }

    @FunctionalInterface
    private interface Understood {
        View then(ApprovalRequest asked);
    }

    private View understood(MultiValueMap<String, String> told, HttpServletRequest request, Understood understood) {
        return switch (requests.read(asked(told), address.of(request))) {
            case Reading.Understood(var asked) -> understood.then(asked);
            case Reading.Refused(String back) -> pages.goTo(back);
            case Reading.Unanswerable(var why) ->
                pages.show(HttpStatus.BAD_REQUEST, "authority/misled", Map.of("why", why));
        };
    }

    private View silently(ApprovalRequest asked, Optional<Session> session, Optional<Visitor> visitor) {
        if (session.isEmpty()
                || visitor.isEmpty()
                || !approvals.mayBeGiven(session.get())
                || asked.isTooLateFor(session.get().openedAt(), clock.instant())) {
            return pages.goTo(asked.refusal("login_required", "The person has to come in first"));
        }
        var beginning = beginnings.of(asked, session.get(), visitor.get(), Optional.empty(), "");
        if (!beginning.isSettled()) {
            return pages.goTo(asked.refusal("interaction_required", "The person has to choose a patient"));
        }
        return pages.goTo(
                approvals.isApproved(asked, session.get())
                        ? approvals.approve(asked, session.get(), beginning)
                        : asked.refusal("consent_required", "The person has to approve this"));
    }

    private View page(ApprovalRequest asked, Session session, Visitor visitor, Beginning beginning, String name) {
        if (!approvals.mayBeGiven(session)) {
            return pages.show(
                    HttpStatus.FORBIDDEN,
                    "authority/bound",
                    Map.of("application", asked.software().name(), "login", login(asked)));
        }
        return pages.show(
                "authority/approval",
                Map.of(
                        "asked",
                        asked,
                        "reach",
                        Reach.of(asked.scopes()),
                        "place",
                        visitor.position(),
                        "serves",
                        asked.software().servesIn(visitor.position()),
                        "beginning",
                        beginning,
                        "name",
                        name,
                        "until",
                        new When(
                                When.at(clock.instant().plus(Approvals.LASTING)).day())),
                Framing.leadingTo(List.of(asked.site())));
    }

    /** What the application asked, without what this page's own forms add. */
    private static Map<String, List<String>> asked(MultiValueMap<String, String> told) {
        var asked = new HashMap<String, List<String>>(told);
        OWN.forEach(asked::remove);
        return asked;
    }

    private static String login(ApprovalRequest asked) {
        return UriComponentsBuilder.fromPath("/connexion")
                .queryParam("suite", "{suite}")
                .encode()
                .buildAndExpand(asked.page())
                .toUriString();
    }

    private Session session(HttpServletRequest request) {
        return cookie.session(request).orElseThrow(() -> new ErrorResponseException(HttpStatus.FORBIDDEN));
    }
}
