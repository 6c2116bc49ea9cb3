package org.parvis.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How old a fact is, as one says it, and the moment itself.
 *
 * @param words the key of its words
 * @param count how many minutes, hours or days
 */
public record Age(Instant at, String words, long count) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu, HH:mm:ss", Locale.FRANCE)
            .withZone(ZoneId.of("Europe/Paris"));

    static Age between(Instant at, Instant now) {
        var age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return new Age(at, "web.age.now", 0);
        }
        if (age.toHours() < 1) {
            return new Age(at, "web.age.minutes", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return new Age(at, "web.age.hours", age.toHours());
        }
        return new Age(at, "web.age.days", age.toDays());
    }

    /** The moment, such as "ven. 14 nov. 2025, 08:30:00". */
    public String moment() {
        return MOMENT.format(at);
    }
}
