package org.parvis.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A birth date, as precisely as it is known, and the age that follows from it. */
public record Birth(When date, Optional<When> death) {

    /** Below this age months tell more than years. */
    private static final int YEARS_OF_MONTHS = 3;

    private static final int MONTHS_OF_DAYS = 3;

    /** How old someone is: the key of its words, and how many. */
    public record Years(String words, long count) {}

    /** The age on this day, or at death: in days, months or years, as one says it. */
    public Years age(LocalDate today) {
        var until = death.map(When::day).orElse(today);
        long months = ChronoUnit.MONTHS.between(date.day(), until);
        if (months < MONTHS_OF_DAYS) {
            return new Years("web.old.days", ChronoUnit.DAYS.between(date.day(), until));
        }
        return months < YEARS_OF_MONTHS * 12
                ? new Years("web.old.months", months)
                : new Years("web.old.years", months / 12);
    }
}
