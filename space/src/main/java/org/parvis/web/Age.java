package org.parvis.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How old a fact is, or how soon it comes, as one says it, and the moment itself.
 *
 * @param words the key of its words
 * @param count how many seconds, minutes, hours or days
 */
public record Age(Instant at, String words, long count) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu, HH:mm:ss", Locale.FRANCE)
            .withZone(ZoneId.of("Europe/Paris"));

    static Age between(Instant at, Instant now) {
        var age = Duration.between(at, now);
        return age.isNegative() ? of(at, "web.soon.", age.negated()) : of(at, "web.age.", age);
    }

    private static Age of(Instant at, String kind, Duration distance) {
        if (distance.toMinutes() < 1) {
            return new Age(at, kind + "seconds", distance.toSeconds());
        }
        if (distance.toHours() < 1) {
            return new Age(at, kind + "minutes", distance.toMinutes());
        }
        return distance.toDays() < 1
                ? new Age(at, kind + "hours", distance.toHours())
                : new Age(at, kind + "days", distance.toDays());
    }

    /** The moment, such as "ven. 14 nov. 2025, 08:30:00". */
    public String moment() {
        return MOMENT.format(at);
    }
}
