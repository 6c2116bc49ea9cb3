package org.parvis.fhir.index;

/**
 * The time that a date stands for, as the half-open interval {@code [lowMicros, highMicros)} of microseconds since 1970
 * UTC: {@code 2026-03} is the whole month. An open start is {@link Long#MIN_VALUE}, an open end {@link Long#MAX_VALUE}.
 */
public record DateRange(long lowMicros, long highMicros) {}
