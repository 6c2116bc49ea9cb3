package org.parvis.fhir.index;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/**
 * The time that a date stands for, as the half-open interval {@code [lowMicros, highMicros)} of microseconds since 1970
 * UTC: {@code 2026-03} is the whole month. An open start is {@link Long#MIN_VALUE}, an open end {@link Long#MAX_VALUE}.
 */
public record DateRange(long lowMicros, long highMicros) {

    /**
     * Reads a searched date: a year, month, day, minute, second or fraction of a second, with or without a zone.
     *
     * @param zone in which a literal without a zone is meant
     * @throws Refusal 400 when it is not a date, or a date that does not exist
     */
    public static DateRange parse(String literal, ZoneId zone) {
        return read(literal, zone)
                .orElseThrow(() -> Refusal.of(
                        400,
                        IssueCode.VALUE,
                        "'%s' is not a date that exists: write it as 2026, 2026-03, 2026-03-31 or 2026-03-31T09:30:00%%2B02:00."
                                .formatted(literal),
                        null));
    }

    /** Reads a date, dateTime or instant; empty when it is none, or does not exist. */
    public static Optional<DateRange> read(String literal, ZoneId zone) {
        return new DateLiteral(literal, zone).read();
    }

    /**
     * Whether a resource's time, which is this one, stands to {@code searched} as {@code prefix} asks (R4 search.html,
     * 3.1.1.4.3). For {@code ap}, widen the searched range first with {@link #around}.
     */
    public boolean matches(Prefix prefix, DateRange searched) {
        return switch (prefix) {
            case EQ -> searched.contains(this);
            case NE -> !searched.contains(this);
            case GT -> highMicros > searched.highMicros;
            case LT -> lowMicros < searched.lowMicros;
            case GE -> highMicros > searched.highMicros || searched.contains(this);
            case LE -> lowMicros < searched.lowMicros || searched.contains(this);
            case SA -> lowMicros >= searched.highMicros;
            case EB -> highMicros <= searched.lowMicros;
            case AP -> lowMicros < searched.highMicros && highMicros > searched.lowMicros;
        };
    }

    /** This range widened on both sides by a tenth of its distance from now, as {@code ap} recommends. */
    public DateRange around(Instant now) {
        long nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        long distance = nowMicros < lowMicros ? lowMicros - nowMicros : Math.max(0, nowMicros - highMicros);
        return new DateRange(lowMicros - distance / 10, highMicros + distance / 10);
    }

    /** The shortest range that holds both. */
    DateRange hull(DateRange other) {
        return new DateRange(Math.min(lowMicros, other.lowMicros), Math.max(highMicros, other.highMicros));
    }

    static long micros(long epochSecond) {
        return Math.multiplyExact(epochSecond, Duration.ofSeconds(1).toNanos() / 1000);
    }

    private boolean contains(DateRange other) {
        return lowMicros <= other.lowMicros && highMicros >= other.highMicros;
    }
}
