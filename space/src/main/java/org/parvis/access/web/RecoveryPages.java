package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Account;
import org.parvis.access.Enrolment.Reason;
import org.parvis.access.Origin;
import org.parvis.access.Recovery;
import org.parvis.access.Recovery.Answer;
import org.parvis.access.Secret;
import org.parvis.access.ServerAddress;
import org.parvis.mail.Letter;
import org.parvis.mail.LetterBox;
import org.parvis.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** For whoever has forgotten their password: a link by mail, then a code and a new password. */
@Controller
class RecoveryPages {

    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Recovery recovery;
    private final LetterBox letters;
    private final ServerAddress address;

    RecoveryPages(Pages pages, Recovery recovery, LetterBox letters, ServerAddress address) {
        this.pages = pages;
        this.recovery = recovery;
        this.letters = letters;
        this.address = address;
    }

    @GetMapping("/connexion/oubli")
    View ask() {
        return pages.show("access/forgotten", Map.of("asked", false, "open", letters.isOpen()));
    }

    /** Says the same, after as long, whether or not there is anybody to write to. */
    @PostMapping("/connexion/oubli")
    View send(@RequestParam("identifiant") String login, HttpServletRequest request) {
        if (letters.isOpen()) {
            recovery.ask(login, Origin.of(request)).ifPresent(this::post);
        }
        return pages.show("access/forgotten", Map.of("asked", true, "open", letters.isOpen()));
    }

    @GetMapping("/connexion/oubli/{secret}")
    View choose(@PathVariable("secret") String secret) {
        return recovery.serves(new Secret(secret))
                ? page(secret, LoginTrouble.NONE, Optional.empty())
                : pages.show("access/over", Map.of());
    }

    @PostMapping("/connexion/oubli/{secret}")
    View renew(
            @PathVariable("secret") String secret,
            @RequestParam("code") String code,
            @RequestParam("mot-de-passe") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (recovery.renew(new Secret(secret), code, password, Origin.of(request))) {
            case Answer.Renewed(Account account) -> {
                tell(account);
                yield pages.show("access/renewed", Map.of());
            }
            case Answer.Weak(Reason reason) ->
                unsettled(response, page(secret, LoginTrouble.NONE, Optional.of(reason)));
            case Answer.WrongCode _ -> unsettled(response, page(secret, LoginTrouble.WRONG, Optional.empty()));
            case Answer.Wait wait ->
                unsettled(response, page(secret, LoginTrouble.waiting(wait.time()), Optional.empty()));
            case Answer.Over _ -> pages.show("access/over", Map.of());
        };
    }

    private void post(Recovery.Link link) {
        letters.postMeanwhile(new Letter(
                link.mail(),
                pages.say("access.mail.recovery.subject"),
                pages.say(
                        "access.mail.recovery.text",
                        "%s/connexion/oubli/%s"
                                .formatted(address.told(), link.secret().text()))));
    }

    /** To the address that was theirs before: whoever did not ask for this is to know at once. */
    private void tell(Account account) {
        account.mail()
                .filter(mail -> letters.isOpen())
                .ifPresent(mail -> letters.postMeanwhile(new Letter(
                        mail, pages.say("access.mail.renewed.subject"), pages.say("access.mail.renewed.text"))));
    }

    private static View unsettled(HttpServletResponse response, View page) {
        response.setStatus(UNPROCESSABLE);
        return page;
    }

    private View page(String secret, LoginTrouble trouble, Optional<Reason> reason) {
        return pages.show("access/renew", Map.of("secret", secret, "trouble", trouble, "reason", reason));
    }
}
