package org.parvis.fhir.index;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as FHIR writes it, read from left to right as far as it is precise (R4 datatypes.html, date and dateTime).
 * Written by hand because every index row of a date passes here: a formatter costs some twenty times more.
 */
final class DateLiteral {

    private static final long SECOND = 1_000_000;
    private static final int MAX_YEAR = 9999;

    private final String text;
    private final ZoneId zone;
    private int at;
    private boolean valid = true;

    DateLiteral(String text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
    }

    /** The time it stands for; empty when it is not a date, or one that does not exist. */
    Optional<DateRange> read() {
        int year = number(4, 1, MAX_YEAR);
        if (atEnd()) {
            return valid ? Optional.of(days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))) : Optional.empty();
        }
        expect('-');
        int month = number(2, 1, 12);
        if (atEnd()) {
            return valid ? Optional.of(month(YearMonth.of(year, month))) : Optional.empty();
        }
        expect('-');
        int day = number(2, 1, valid ? YearMonth.of(year, month).lengthOfMonth() : 31);
        if (!valid) {
            return Optional.empty();
        }
        var date = LocalDate.of(year, month, day);
        return atEnd() ? Optional.of(days(date, date)) : time(date);
    }

    private DateRange month(YearMonth month) {
        return days(month.atDay(1), month.atEndOfMonth());
    }

    private DateRange days(LocalDate first, LocalDate last) {
        return new DateRange(startOf(first), startOf(last.plusDays(1)));
    }

    private long startOf(LocalDate day) {
        return DateRange.micros(day.atStartOfDay(zone).toEpochSecond());
    }

    private Optional<DateRange> time(LocalDate date) {
        expect('T');
        int hour = number(2, 0, 23);
        expect(':');
        int minute = number(2, 0, 59);
        boolean toTheMinute = !isNext(':');
        int second = toTheMinute ? 0 : second();
        long fractionUnit = isNext('.') ? fractionUnit() : SECOND;
        long fraction = fractionUnit == SECOND ? 0 : fraction();
        var offset = offset();
        if (!valid || !atEnd()) {
            return Optional.empty();
        }
        // Second 60 is a leap second, which the epoch does not count: it is the second after 59.
        var local = LocalDateTime.of(date, LocalTime.of(hour, minute));
        long start = DateRange.micros(epochSecond(local, offset) + second) + fraction;
        return Optional.of(new DateRange(start, start + (toTheMinute ? 60 * SECOND : fractionUnit)));
    }

    private long epochSecond(LocalDateTime local, @Nullable ZoneOffset offset) {
        return offset == null ? local.atZone(zone).toEpochSecond() : local.toEpochSecond(offset);
    }

    private int second() {
        at++;
        return number(2, 0, 60);
    }

    /** The length in microseconds of the last written digit after the point; the cursor does not move. */
    private long fractionUnit() {
        int digits = 0;
        while (at + 1 + digits < text.length() && isDigit(text.charAt(at + 1 + digits))) {
            digits++;
        }
        valid &= digits > 0;
        long unit = SECOND;
        for (int i = 0; i < digits && unit > 1; i++) {
            unit /= 10;
        }
        return unit;
    }

    /** The fraction in microseconds; digits beyond the sixth are read and dropped. */
    private long fraction() {
        at++;
        long micros = 0;
        for (long unit = SECOND / 10; at < text.length() && isDigit(text.charAt(at)); unit /= 10, at++) {
            micros += unit * (text.charAt(at) - '0');
        }
        return micros;
    }

    private @Nullable ZoneOffset offset() {
        if (atEnd()) {
            return null;
        }
        if (isNext('Z')) {
            at++;
            return ZoneOffset.UTC;
        }
        int sign = isNext('-') ? -1 : 1;
        valid &= isNext('+') || isNext('-');
        at++;
        int hours = number(2, 0, 14);
        expect(':');
        int minutes = number(2, 0, hours == 14 ? 0 : 59);
        return valid ? ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60)) : null;
    }

    private int number(int digits, int least, int most) {
        int number = 0;
        for (int i = 0; i < digits; i++, at++) {
            if (at >= text.length() || !isDigit(text.charAt(at))) {
                valid = false;
                return least;
            }
            number = number * 10 + text.charAt(at) - '0';
        }
        valid &= number >= least && number <= most;
        return number;
    }

    private void expect(char sign) {
        valid &= isNext(sign);
        at++;
    }

    private boolean isNext(char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
