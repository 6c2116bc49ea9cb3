package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import org.parvis.access.Account;
import org.parvis.access.Passkeys;
import org.parvis.access.SessionCookie;
import org.parvis.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's passkeys: see them, add one, take one away. */
@Controller
class PasskeyPages {

    private static final int LONGEST_NAME = 60;

    private final Pages pages;
    private final Passkeys passkeys;
    private final SessionCookie cookie;

    PasskeyPages(Pages pages, Passkeys passkeys, SessionCookie cookie) {
        this.pages = pages;
        this.passkeys = passkeys;
        this.cookie = cookie;
    }

    @GetMapping("/mes-cles")
    View list(HttpServletRequest request) {
        return page(account(request), false);
    }

    @PostMapping("/mes-cles")
    View add(@RequestParam("reponse") String answer, @RequestParam("nom") String name, HttpServletRequest request) {
        var account = account(request);
        var shown = name.strip();
        boolean isSound = !shown.isEmpty() && shown.length() <= LONGEST_NAME;
        return isSound && passkeys.add(account, shown, answer) ? pages.goTo("/mes-cles") : page(account, true);
    }

    @PostMapping("/mes-cles/retrait")
    View remove(@RequestParam("cle") String id, HttpServletRequest request) {
        passkeys.remove(account(request), id);
        return pages.goTo("/mes-cles");
    }

    private View page(Account account, boolean failed) {
        return pages.show(
                "access/passkeys",
                Map.of(
                        "account", account,
                        "handle", handle(account),
                        "passkeys", passkeys.of(account),
                        "challenge", passkeys.challenge(),
                        "site", passkeys.site(),
                        "failed", failed));
    }

    /** By which a device tells accounts apart; it says nothing of the person. */
    private static String handle(Account account) {
        var id = account.id().value();
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Account account(HttpServletRequest request) {
        return cookie.session(request)
                .orElseThrow(() -> new ErrorResponseException(HttpStatus.FORBIDDEN))
                .account();
    }
}
