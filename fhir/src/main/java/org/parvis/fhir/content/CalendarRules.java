package org.parvis.fhir.content;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What R4 asks of dates and times, and what the calendar asks of them (R4 datatypes.html#dateTime). */
final class CalendarRules {

    private static final String DATE_FORM = "is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD";
    private static final String NO_SUCH_DAY = "is not a day of the calendar";
    private static final String TIME_FORM = "is not a time of the form hh:mm:ss";
    private static final String ZONE_FORM = "has no valid time zone: Z or +hh:mm";
    private static final int DAY_LENGTH = 10;
    private static final int SECOND_LENGTH = 8;

    private CalendarRules() {}

    static @Nullable String date(String text) {
        return switch (text.length()) {
            case 4 -> year(text) > 0 ? null : DATE_FORM;
            case 7 -> month(text) > 0 ? null : DATE_FORM;
            case DAY_LENGTH -> day(text);
            default -> DATE_FORM;
        };
    }

    static @Nullable String dateTime(String text) {
        return text.length() <= DAY_LENGTH ? date(text) : instant(text);
    }

    static @Nullable String instant(String text) {
        if (text.length() <= DAY_LENGTH || text.charAt(DAY_LENGTH) != 'T') {
            return "is not of the form YYYY-MM-DDThh:mm:ss with a time zone";
        }
        String fault = day(text);
        if (fault != null) {
            return fault;
        }
        int end = endOfTime(text, DAY_LENGTH + 1);
        if (end < 0) {
            return TIME_FORM;
        }
        return isZone(text, end) ? null : ZONE_FORM;
    }

    static @Nullable String time(String text) {
        return endOfTime(text, 0) == text.length() ? null : TIME_FORM;
    }

    /** The year, or -1; there is no year 0. */
    private static int year(String text) {
        int year = digits(text, 0, 4);
        return year == 0 ? -1 : year;
    }

    private static int month(String text) {
        int month = year(text) > 0 && text.charAt(4) == '-' ? digits(text, 5, 2) : -1;
        return month <= 12 ? month : -1;
    }

    private static @Nullable String day(String text) {
        int month = month(text);
        int day = text.charAt(7) == '-' ? digits(text, 8, 2) : -1;
        if (month < 1 || day < 0) {
            return DATE_FORM;
        }
        boolean exists =
                day >= 1 && (day <= 28 || day <= YearMonth.of(year(text), month).lengthOfMonth());
        return exists ? null : NO_SUCH_DAY;
    }

    /** Where hh:mm:ss and its fraction end, or -1; R4 allows the leap second 60, and not hour 24. */
    private static int endOfTime(String text, int from) {
        if (text.length() < from + SECOND_LENGTH || text.charAt(from + 2) != ':' || text.charAt(from + 5) != ':') {
            return -1;
        }
        int hour = digits(text, from, 2);
        int minute = digits(text, from + 3, 2);
        int second = digits(text, from + 6, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return -1;
        }
        int end = from + SECOND_LENGTH;
        if (end == text.length() || text.charAt(end) != '.') {
            return end;
        }
        int fraction = end + 1;
        while (fraction < text.length() && isDigit(text.charAt(fraction))) {
            fraction++;
        }
        return fraction > end + 1 ? fraction : -1;
    }

    private static boolean isZone(String text, int from) {
        if (from + 1 == text.length()) {
            return text.charAt(from) == 'Z';
        }
        if (from + 6 != text.length() || text.charAt(from + 3) != ':') {
            return false;
        }
        char sign = text.charAt(from);
        int hours = digits(text, from + 1, 2);
        int minutes = digits(text, from + 4, 2);
        boolean within = (hours >= 0 && hours <= 13 && minutes >= 0 && minutes <= 59) || (hours == 14 && minutes == 0);
        return (sign == '+' || sign == '-') && within;
    }

    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int at = from; at < from + count; at++) {
            if (!isDigit(text.charAt(at))) {
                return -1;
            }
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
