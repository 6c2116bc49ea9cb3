package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Account;
import org.parvis.access.Enrolment.Reason;
import org.parvis.access.Origin;
import org.parvis.access.OwnAccount;
import org.parvis.access.OwnAccount.Answer;
import org.parvis.access.OwnAccount.Proof;
import org.parvis.access.Session;
import org.parvis.access.SessionCookie;
import org.parvis.mail.Letter;
import org.parvis.mail.LetterBox;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own account: another password, or its end. */
@Controller
class OwnAccountPages {

    private final Pages pages;
    private final OwnAccount own;
    private final SessionCookie cookie;
    private final LetterBox letters;

    OwnAccountPages(Pages pages, OwnAccount own, SessionCookie cookie, LetterBox letters) {
        this.pages = pages;
        this.own = own;
        this.cookie = cookie;
        this.letters = letters;
    }

    @GetMapping("/mon-compte")
    View show(HttpServletRequest request) {
        return page(HttpStatus.OK, session(request), AccountNotice.NONE);
    }

    @PostMapping("/mon-compte/mot-de-passe")
    View changePassword(
            @RequestParam("actuel") String password,
            @RequestParam("code") String code,
            @RequestParam("mot-de-passe") String wished,
            HttpServletRequest request) {
        var session = session(request);
        var answer = own.changePassword(session, new Proof(password, code), wished, Origin.of(request));
        if (answer instanceof Answer.Done) {
            post(session.account(), "access.mail.changed");
            return page(HttpStatus.OK, session, new AccountNotice(true, LoginTrouble.NONE, Optional.empty()));
        }
        return page(HttpStatus.UNPROCESSABLE_CONTENT, session, notice(answer));
    }

    @PostMapping("/mon-compte/fin")
    View close(
            @RequestParam("actuel") String password,
            @RequestParam("code") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = session(request);
        var answer = own.close(session, new Proof(password, code), Origin.of(request));
        if (answer instanceof Answer.Done) {
            post(session.account(), "access.mail.closed");
            cookie.remove(request, response);
            return pages.show("access/closed", Map.of());
        }
        return page(HttpStatus.UNPROCESSABLE_CONTENT, session, notice(answer));
    }

    private static AccountNotice notice(Answer answer) {
        return switch (answer) {
            case Answer.Weak(Reason reason) -> new AccountNotice(false, LoginTrouble.NONE, Optional.of(reason));
            case Answer.Wait wait -> new AccountNotice(false, LoginTrouble.waiting(wait.time()), Optional.empty());
            case Answer.Wrong _ -> new AccountNotice(false, LoginTrouble.WRONG, Optional.empty());
            case Answer.Done _ -> AccountNotice.NONE;
        };
    }

    /** Whoever did not ask for this is to know at once. */
    private void post(Account account, String words) {
        account.mail()
                .filter(_ -> letters.isOpen())
                .ifPresent(mail -> letters.postMeanwhile(
                        new Letter(mail, pages.say(words + ".subject"), pages.say(words + ".text"))));
    }

    private View page(HttpStatus status, Session session, AccountNotice notice) {
        return pages.show(
                status,
                "access/account",
                Map.of("login", session.account().login(), "password", own.hasPassword(session), "notice", notice));
    }

    private Session session(HttpServletRequest request) {
        return cookie.session(request).orElseThrow(() -> new ErrorResponseException(HttpStatus.FORBIDDEN));
    }
}
