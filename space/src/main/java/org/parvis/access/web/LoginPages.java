package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parvis.access.HostCookie;
import org.parvis.access.LocalLogin;
import org.parvis.access.LocalLogin.Answer;
import org.parvis.access.Origin;
import org.parvis.access.OutsideRoads;
import org.parvis.access.Passkeys;
import org.parvis.access.ReturnAddress;
import org.parvis.access.Secret;
import org.parvis.access.SessionCookie;
import org.parvis.access.Visitor;
import org.parvis.mail.Letter;
import org.parvis.mail.LetterBox;
import org.parvis.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Coming in with an account of Parvis: password, code, and the first time the application that makes codes. */
@Controller
class LoginPages {

    static final HostCookie LOGIN = new HostCookie("parvis-login");

    private static final Secret NONE = new Secret("");
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final LocalLogin road;
    private final SessionCookie sessions;
    private final Optional<OutsideRoads> outside;
    private final LetterBox letters;
    private final Passkeys passkeys;

    LoginPages(
            Pages pages,
            LocalLogin road,
            SessionCookie sessions,
            Optional<OutsideRoads> outside,
            LetterBox letters,
            Passkeys passkeys) {
        this.passkeys = passkeys;
        this.letters = letters;
        this.pages = pages;
        this.road = road;
        this.sessions = sessions;
        this.outside = outside;
    }

    @GetMapping("/connexion")
    View ask(@RequestParam(name = "suite", required = false) @Nullable String next, HttpServletRequest request) {
        var destination = ReturnAddress.of(next);
        return Visitor.of(request).isPresent()
                ? pages.goTo(destination.path())
                : passwordPage(destination, "", LoginTrouble.NONE);
    }

    @PostMapping("/connexion")
    View tellPassword(
            @RequestParam("identifiant") String login,
            @RequestParam("mot-de-passe") String password,
            @RequestParam(name = "suite", required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var destination = ReturnAddress.of(next);
        return switch (road.tellPassword(login, password, destination, Origin.of(request))) {
            case Answer.CodeAsked(Secret secret) -> {
                LOGIN.write(request, response, secret);
                yield pages.goTo("/connexion/code");
            }
            case Answer.CodesMissing(Secret secret) -> {
                LOGIN.write(request, response, secret);
                yield pages.goTo("/connexion/application");
            }
            case Answer.Wait(Duration time) ->
                unsettled(response, passwordPage(destination, login, LoginTrouble.waiting(time)));
            case Answer.Wrong _, Answer.Over _, Answer.In _ ->
                unsettled(response, passwordPage(destination, login, LoginTrouble.WRONG));
        };
    }

    @PostMapping("/connexion/cle")
    View tellPasskey(
            @RequestParam("reponse") String answer,
            @RequestParam(name = "suite", required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var arrived = road.tellPasskey(answer, ReturnAddress.of(next), Origin.of(request));
        return arrive(arrived, request, response, trouble -> passwordPage(ReturnAddress.of(next), "", trouble));
    }

    @GetMapping("/connexion/code")
    View askCode() {
        return codePage(LoginTrouble.NONE);
    }

    @PostMapping("/connexion/code")
    View tellCode(@RequestParam("code") String code, HttpServletRequest request, HttpServletResponse response) {
        var answer = road.tellCode(LOGIN.read(request).orElse(NONE), code, Origin.of(request));
        return arrive(answer, request, response, this::codePage);
    }

    /** Says the same whether or not there is an address to write to. */
    @PostMapping("/connexion/code/courriel")
    View mailCode(HttpServletRequest request) {
        if (letters.isOpen()) {
            LOGIN.read(request).flatMap(road::mailCode).ifPresent(this::post);
        }
        return codePage(LoginTrouble.NONE, true);
    }

    private void post(LocalLogin.MailedCode mailed) {
        letters.postMeanwhile(new Letter(
                mailed.mail(),
                pages.say("access.mail.code.subject"),
                pages.say("access.mail.code.text", mailed.code())));
    }

    @GetMapping("/connexion/application")
    View offer(HttpServletRequest request) {
        return offerPage(LOGIN.read(request).orElse(NONE), LoginTrouble.NONE);
    }

    @PostMapping("/connexion/application")
    View takeOffer(@RequestParam("code") String code, HttpServletRequest request, HttpServletResponse response) {
        var login = LOGIN.read(request).orElse(NONE);
        var answer = road.takeOffer(login, code, Origin.of(request));
        return arrive(answer, request, response, trouble -> offerPage(login, trouble));
    }

    @FunctionalInterface
    private interface AgainPage {
        View after(LoginTrouble trouble);
    }

    private View arrive(Answer answer, HttpServletRequest request, HttpServletResponse response, AgainPage again) {
        return switch (answer) {
            case Answer.In(Secret session, ReturnAddress destination) -> {
                LOGIN.remove(request, response);
                sessions.write(request, response, session);
                yield pages.goTo(destination.path());
            }
            case Answer.Wait(Duration time) -> unsettled(response, again.after(LoginTrouble.waiting(time)));
            case Answer.Wrong _ -> unsettled(response, again.after(LoginTrouble.WRONG));
            case Answer.Over _, Answer.CodeAsked _, Answer.CodesMissing _ ->
                unsettled(response, passwordPage(ReturnAddress.HOME, "", LoginTrouble.OVER));
        };
    }

    private static View unsettled(HttpServletResponse response, View page) {
        response.setStatus(UNPROCESSABLE);
        return page;
    }

    private View passwordPage(ReturnAddress destination, String login, LoginTrouble trouble) {
        return pages.show(
                "access/password",
                Map.of(
                        "destination",
                        destination.path(),
                        "login",
                        login,
                        "trouble",
                        trouble,
                        "outside",
                        outside.map(OutsideRoads::open).orElse(List.of()),
                        "challenge",
                        passkeys.challenge(),
                        "site",
                        passkeys.site()));
    }

    private View codePage(LoginTrouble trouble) {
        return codePage(trouble, false);
    }

    private View codePage(LoginTrouble trouble, boolean sent) {
        return pages.show("access/code", Map.of("trouble", trouble, "mail", letters.isOpen(), "sent", sent));
    }

    private View offerPage(Secret login, LoginTrouble trouble) {
        return road.offer(login)
                .map(offer -> pages.show(
                        "access/application",
                        Map.of("offer", offer, "picture", QrPicture.of(offer.address()), "trouble", trouble)))
                .orElseGet(() -> passwordPage(ReturnAddress.HOME, "", LoginTrouble.OVER));
    }
}
