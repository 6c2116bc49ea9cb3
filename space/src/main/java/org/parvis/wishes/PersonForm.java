package org.parvis.wishes;

import java.util.LinkedHashMap;
import org.parvis.web.FormErrors;
import org.parvis.web.Pages;

/** Whom somebody wants to designate, as typed. */
public record PersonForm(String family, String given, String link, String phone, boolean agreed) {

    static final PersonForm EMPTY = new PersonForm("", "", "", "", false);

    private static final int LONGEST = 100;

    public PersonForm {
        family = family.strip();
        given = given.strip();
        link = link.strip();
        phone = phone.strip();
    }

    FormErrors errors(Pages pages) {
        var errors = new LinkedHashMap<String, String>();
        if (family.isEmpty() || isUnreadable(family)) {
            errors.put("nom", pages.say("wishes.person.error.family"));
        }
        if (given.isEmpty() || isUnreadable(given)) {
            errors.put("prenom", pages.say("wishes.person.error.given"));
        }
        if (isUnreadable(link)) {
            errors.put("lien", pages.say("wishes.person.error.link"));
        }
        if (!phone.matches("[+0-9 .()]{0,25}")) {
            errors.put("telephone", pages.say("wishes.person.error.phone"));
        }
        return new FormErrors(errors);
    }

    private static boolean isUnreadable(String text) {
        return text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl);
    }
}
