package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moments and periods; of a Timing only the outer limits matter (R4 search.html, date). */
final class DateReader implements ValueReader {

    private static final Set<String> TYPES = Set.of("date", "dateTime", "instant", "Period", "Timing");

    private final ZoneId zone;

    DateReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public boolean reads(FhirType type) {
        return TYPES.contains(type.name());
    }

    @Override
    public void read(FhirType type, JsonNode node, Consumer<IndexValue> values) {
        range(type, node).map(DateValue::of).ifPresent(values);
    }

    private Optional<DateRange> range(FhirType type, JsonNode node) {
        return switch (type.name()) {
            case "Period" -> period(node);
            case "Timing" -> timing(node);
            default -> date(ValueReader.text(node));
        };
    }

    private Optional<DateRange> period(JsonNode period) {
        var start = date(ValueReader.text(period, "start"));
        var end = date(ValueReader.text(period, "end"));
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        long low = start.map(DateRange::lowMicros).orElse(Long.MIN_VALUE);
        long high = end.map(DateRange::highMicros).orElse(Long.MAX_VALUE);
        return Optional.of(new DateRange(low, Math.max(low, high)));
    }

    private Optional<DateRange> timing(JsonNode timing) {
        var limits = period(timing.path("repeat").path("boundsPeriod"));
        for (JsonNode event : timing.path("event")) {
            limits = hull(limits, date(ValueReader.text(event)));
        }
        return limits;
    }

    private static Optional<DateRange> hull(Optional<DateRange> one, Optional<DateRange> other) {
        return one.isPresent() && other.isPresent() ? one.map(other.get()::hull) : one.or(() -> other);
    }

    private Optional<DateRange> date(@Nullable String text) {
        return text == null ? Optional.empty() : DateRange.read(text, zone);
    }
}
