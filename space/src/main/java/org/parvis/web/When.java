package org.parvis.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;

/** When something was, as precisely as it is known: a year, a month, a day or a moment. */
public record When(Temporal known) implements Comparable<When> {

    private static final ZoneId HERE = ZoneId.of("Europe/Paris");
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    public static When at(Instant moment) {
        return new When(moment);
    }

    /** Reads a date or dateTime of FHIR (R4 datatypes.html#dateTime); empty when it is none. */
    public static Optional<When> read(String text) {
        try {
            return switch (text.length()) {
                case 0 -> Optional.empty();
                case YEAR -> Optional.of(new When(Year.parse(text)));
                case MONTH -> Optional.of(new When(YearMonth.parse(text)));
                case DAY -> Optional.of(new When(LocalDate.parse(text)));
                default -> Optional.of(at(OffsetDateTime.parse(text).toInstant()));
            };
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Its first day, here. */
    public LocalDate day() {
        return switch (known) {
            case Year year -> year.atDay(1);
            case YearMonth month -> month.atDay(1);
            case LocalDate day -> day;
            case Instant moment -> moment.atZone(HERE).toLocalDate();
            default -> throw new IllegalStateException(known.getClass().getName());
        };
    }

    /** Its first instant, here. */
    public Instant start() {
        return known instanceof Instant moment
                ? moment
                : day().atStartOfDay(HERE).toInstant();
    }

    public boolean isMoment() {
        return known instanceof Instant;
    }

    /** As one writes it: "2019", "mars 2019", "12 mars 2019", "ven. 14 nov. 2025, 08:30". */
    public String written() {
        return switch (known) {
            case Year year -> year.toString();
            case YearMonth month -> french("MMMM uuuu").format(month);
            case LocalDate day -> french("d MMMM uuuu").format(day);
            case Instant moment -> french("EEE d MMM uuuu, HH:mm").format(moment.atZone(HERE));
            default -> throw new IllegalStateException(known.getClass().getName());
        };
    }

    /** In figures, for tables and identities: "2019", "03/2019", "12/03/2019". */
    public String figures() {
        return switch (known) {
            case Year year -> year.toString();
            case YearMonth month -> french("MM/uuuu").format(month);
            default -> french("dd/MM/uuuu").format(day());
        };
    }

    /** For a page's {@code <time datetime>}. */
    public String machine() {
        return known.toString();
    }

    @Override
    public int compareTo(When other) {
        return start().compareTo(other.start());
    }

    private static DateTimeFormatter french(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.FRANCE);
    }
}
