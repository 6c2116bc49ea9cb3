package org.parvis.access.web;

import java.util.LinkedHashMap;
import org.parvis.access.Families;
import org.parvis.web.FormErrors;
import org.parvis.web.Pages;

/** What a referent fills in to invite somebody. */
public record InvitationForm(String name, String mail, String family, boolean referent) {

    static final InvitationForm EMPTY = new InvitationForm("", "", "", false);

    private static final int LONGEST = 200;

    FormErrors errors(Pages pages) {
        var errors = new LinkedHashMap<String, String>();
        if (name.isEmpty() || name.length() > LONGEST || hasControls(name)) {
            errors.put("nom", pages.say("access.team.error.name"));
        }
        if (!mail.matches("[^@\\s]+@[^@\\s]+") || mail.length() > LONGEST || hasControls(mail)) {
            errors.put("courriel", pages.say("access.team.error.mail"));
        }
        if (!Families.has(family)) {
            errors.put("famille", pages.say("access.team.error.family"));
        }
        return new FormErrors(errors);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
