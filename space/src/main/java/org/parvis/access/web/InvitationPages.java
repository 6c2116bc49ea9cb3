package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Enrolment;
import org.parvis.access.Enrolment.Answer;
import org.parvis.access.Enrolment.Reason;
import org.parvis.access.Enrolment.Wish;
import org.parvis.access.Invitation;
import org.parvis.access.Origin;
import org.parvis.access.Secret;
import org.parvis.access.Session;
import org.parvis.access.SessionCookie;
import org.parvis.access.Visitor;
import org.parvis.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What an invitation's link shows: the account that its holder may open. */
@Controller
class InvitationPages {

    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Enrolment enrolment;
    private final SessionCookie cookie;

    InvitationPages(Pages pages, Enrolment enrolment, SessionCookie cookie) {
        this.pages = pages;
        this.enrolment = enrolment;
        this.cookie = cookie;
    }

    @GetMapping("/invitation/{secret}")
    View show(@PathVariable("secret") String secret, HttpServletRequest request) {
        var account = cookie.session(request).map(Session::account);
        var invitation = enrolment.find(new Secret(secret));
        if (account.isPresent() && invitation.filter(Invitation::joins).isPresent()) {
            return pages.show("access/join", Map.of("secret", secret, "account", account.get()));
        }
        var wish = new Wish(
                invitation.flatMap(Invitation::name).orElse(""),
                invitation.flatMap(Invitation::mail).orElse(""),
                "");
        return page(secret, wish, Optional.empty());
    }

    @PostMapping("/invitation/{secret}/compte")
    View join(@PathVariable("secret") String secret, HttpServletRequest request) {
        var account = cookie.session(request).map(Session::account);
        return account.isPresent() && enrolment.join(new Secret(secret), account.get())
                ? pages.goTo(account.get().audience() == Visitor.Audience.CITIZEN ? "/" : "/contexte")
                : over();
    }

    @PostMapping("/invitation/{secret}")
    View accept(
            @PathVariable("secret") String secret,
            @RequestParam("nom") String name,
            @RequestParam("identifiant") String login,
            @RequestParam("mot-de-passe") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wish = new Wish(name, login, password);
        return switch (enrolment.accept(new Secret(secret), wish, Origin.of(request))) {
            case Answer.Opened(Secret waiting) -> {
                LoginPages.LOGIN.write(request, response, waiting);
                yield pages.goTo("/connexion/application");
            }
            case Answer.Refused(Reason reason) -> {
                response.setStatus(UNPROCESSABLE);
                yield page(secret, wish, Optional.of(reason));
            }
            case Answer.Over _ -> over();
        };
    }

    private View page(String secret, Wish wish, Optional<Reason> reason) {
        return enrolment
                .find(new Secret(secret))
                .map(invitation -> pages.show(
                        "access/invitation",
                        Map.of("invitation", invitation, "secret", secret, "wish", wish, "reason", reason)))
                .orElseGet(this::over);
    }

    private View over() {
        return pages.show("access/over", Map.of());
    }
}
