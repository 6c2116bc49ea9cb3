package org.parvis.fhir.index;

/**
 * A moment or a period, as the half-open interval {@code [lowMicros, highMicros)} of microseconds since 1970 UTC.
 * An open start is {@link Long#MIN_VALUE}, an open end {@link Long#MAX_VALUE}.
 */
public record DateValue(long lowMicros, long highMicros) implements IndexValue {

    static DateValue of(DateRange range) {
        return new DateValue(range.lowMicros(), range.highMicros());
    }

    /** The same interval, for comparing. */
    public DateRange range() {
        return new DateRange(lowMicros, highMicros);
    }
}
