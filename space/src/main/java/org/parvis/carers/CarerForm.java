package org.parvis.carers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.parvis.web.FormErrors;
import org.parvis.web.Pages;
import org.parvis.web.When;

/** Whom a patient wants to stand by them, as typed. */
public record CarerForm(String given, String family, String link, String mail, String share, String until) {

    static final int USUAL_MONTHS = 6;
    static final int MOST_MONTHS = 12;

    private static final int LONGEST = 100;

    public CarerForm {
        given = given.strip();
        family = family.strip();
        link = link.strip();
        mail = mail.strip();
    }

    /** Nobody yet, for half a year. */
    static CarerForm empty(LocalDate today) {
        return new CarerForm(
                "",
                "",
                "",
                "",
                Share.APPOINTMENTS.address(),
                today.plusMonths(USUAL_MONTHS).toString());
    }

    String name() {
        return given + " " + family;
    }

    FormErrors errors(Pages pages, LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        if (given.isEmpty() || isUnreadable(given)) {
            errors.put("prenom", pages.say("carers.error.given"));
        }
        if (family.isEmpty() || isUnreadable(family)) {
            errors.put("nom", pages.say("carers.error.family"));
        }
        if (isUnreadable(link)) {
            errors.put("lien", pages.say("carers.error.link"));
        }
        if (!mail.matches("[^@\\s]+@[^@\\s]+") || isUnreadable(mail)) {
            errors.put("courriel", pages.say("carers.error.mail"));
        }
        if (Share.at(share).isEmpty()) {
            errors.put("etendue", pages.say("carers.error.share"));
        }
        if (lastDay(until, today).isEmpty()) {
            errors.put("fin", pages.say("carers.error.until"));
        }
        return new FormErrors(errors);
    }

    /** The last day that was typed, unless it has passed or is too far away. */
    static Optional<LocalDate> lastDay(String typed, LocalDate today) {
        return When.read(typed)
                .map(When::day)
                .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusMonths(MOST_MONTHS)));
    }

    private static boolean isUnreadable(String text) {
        return text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl);
    }
}
