package org.parvis.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.parvis.access.Account;
import org.parvis.access.Families;
import org.parvis.access.Invitation.Place;
import org.parvis.access.Referents;
import org.parvis.access.Referents.Deed;
import org.parvis.access.Secret;
import org.parvis.access.ServerAddress;
import org.parvis.access.SessionCookie;
import org.parvis.mail.Letter;
import org.parvis.mail.LetterBox;
import org.parvis.web.FormErrors;
import org.parvis.web.MenuEntry;
import org.parvis.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where a structure's referents look after the accounts of its people. */
@Controller
class ReferentPages {

    private final Pages pages;
    private final Referents referents;
    private final SessionCookie cookie;
    private final LetterBox letters;
    private final ServerAddress address;

    ReferentPages(Pages pages, Referents referents, SessionCookie cookie, LetterBox letters, ServerAddress address) {
        this.pages = pages;
        this.referents = referents;
        this.cookie = cookie;
        this.letters = letters;
        this.address = address;
    }

    @Bean
    static MenuEntry accountsMenu() {
        return new MenuEntry(20, "/comptes", "access.team.menu", true);
    }

    @GetMapping("/comptes")
    View structures(@RequestParam(name = "nom", defaultValue = "") String text, HttpServletRequest request) {
        var managed = referents.managed(account(request), text);
        return managed.size() == 1 && text.isEmpty()
                ? pages.goTo("/comptes/" + managed.getFirst().structure())
                : pages.show("access/structures", Map.of("structures", managed, "text", text));
    }

    @GetMapping("/comptes/{structure}")
    View team(@PathVariable("structure") String structure, HttpServletRequest request) {
        return team(structure, request, InvitationForm.EMPTY, FormErrors.NONE, "");
    }

    @PostMapping("/comptes/{structure}/invitations")
    View invite(
            @PathVariable("structure") String structure,
            @RequestParam("nom") String name,
            @RequestParam("courriel") String mail,
            @RequestParam("famille") String family,
            @RequestParam(name = "referent", defaultValue = "false") boolean referent,
            HttpServletRequest request) {
        var form = new InvitationForm(name.strip(), mail.strip(), family, referent);
        var errors = form.errors(pages);
        if (!errors.isEmpty()) {
            return team(structure, request, form, errors, "");
        }
        var place = new Place(structure, family, referent);
        var secret = referents
                .invite(account(request), form.name(), form.mail(), place)
                .orElseThrow(ReferentPages::forbidden);
        return team(structure, request, InvitationForm.EMPTY, FormErrors.NONE, sent(form, secret, request));
    }

    @PostMapping("/comptes/{structure}/postes/{role}")
    View act(
            @PathVariable("structure") String structure,
            @PathVariable("role") String role,
            @RequestParam("geste") Deed deed,
            HttpServletRequest request) {
        if (!referents.act(account(request), structure, role, deed)) {
            throw forbidden();
        }
        return pages.goTo("/comptes/" + structure);
    }

    /** What the referent is told: that the letter left, or the link to hand over when no letter can. */
    private String sent(InvitationForm form, Secret secret, HttpServletRequest request) {
        var link = "%s/invitation/%s".formatted(address.of(request), secret.text());
        var letter = new Letter(
                form.mail(),
                pages.say("access.mail.invitation.subject"),
                pages.say("access.mail.invitation.text", form.name(), link));
        return letters.isOpen() && letters.post(letter)
                ? pages.say("access.team.sent", form.mail())
                : pages.say("access.team.hand", form.name(), link);
    }

    private View team(
            String structure, HttpServletRequest request, InvitationForm form, FormErrors errors, String told) {
        var team = referents.team(account(request), structure).orElseThrow(ReferentPages::forbidden);
        return pages.show(
                "access/team",
                Map.of("team", team, "form", form, "errors", errors, "told", told, "families", Families.all()));
    }

    private Account account(HttpServletRequest request) {
        return cookie.session(request).orElseThrow(ReferentPages::forbidden).account();
    }

    private static ErrorResponseException forbidden() {
        return new ErrorResponseException(HttpStatus.FORBIDDEN);
    }
}
