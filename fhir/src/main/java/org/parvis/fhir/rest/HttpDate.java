package org.parvis.fhir.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.parvis.fhir.outcome.Refusal;

/** Moments as HTTP headers write them, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7). */
final class HttpDate {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    static String of(Instant moment) {
        return WRITTEN.format(moment);
    }

    /** @throws Refusal 400 when it is no date */
    static Instant parse(String header, String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("%s '%s' is no HTTP date.".formatted(header, text), null);
        }
    }
}
