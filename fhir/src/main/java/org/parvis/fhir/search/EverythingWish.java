package org.parvis.fhir.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.store.ResourceKey;

/**
 * What someone wants of all that is known about a patient (R4 patient-operation-everything.html).
 *
 * @param types resource types wanted; empty for all
 * @param since only what changed later than this, microseconds since 1970 UTC
 * @param care only what took place in this time; empty for all times
 * @param count most matches on a page
 * @param page state of the link that asks for a later page
 * @param understood the parameters that took part, for the self link
 * @param ignored parameters left out because the caller asked for leniency
 */
public record EverythingWish(
        ResourceKey patient,
        Set<String> types,
        long since,
        Optional<DateRange> care,
        int count,
        Optional<String> page,
        List<Parameter> understood,
        List<Parameter> ignored) {

    public EverythingWish {
        types = Set.copyOf(types);
        understood = List.copyOf(understood);
        ignored = List.copyOf(ignored);
    }

    /** What is wanted, the same text on every page of it. */
    String text() {
        return patient + "/$everything?"
                + understood.stream()
                        .filter(parameter -> !parameter.name().equals("_page"))
                        .map(parameter -> parameter.name() + "=" + parameter.value())
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    /** Reads the parameters of the operation one by one. */
    static final class Reader {

        private final Set<String> known;
        private final SearchLimits limits;
        private final ZoneId zone;
        private final Set<String> types = new LinkedHashSet<>();
        private final List<Parameter> understood = new ArrayList<>();
        private final List<Parameter> ignored = new ArrayList<>();
        private long since = Long.MIN_VALUE;
        private long start = Long.MIN_VALUE;
        private long end = Long.MAX_VALUE;
        private int count;
        private Optional<String> page = Optional.empty();

        /** @param known all resource types */
        Reader(Set<String> known, SearchLimits limits, ZoneId zone) {
            this.known = known;
            this.limits = limits;
            this.zone = zone;
            this.count = limits.defaultCount();
        }

        EverythingWish read(ResourceKey patient, List<Parameter> parameters, boolean lenient) {
            for (Parameter parameter : parameters) {
                if (read(parameter.name(), parameter.value())) {
                    understood.add(parameter);
                } else if (lenient) {
                    ignored.add(parameter);
                } else {
                    throw Refusal.notSupported("$everything has no parameter '%s'.".formatted(parameter.name()));
                }
            }
            boolean always = start == Long.MIN_VALUE && end == Long.MAX_VALUE;
            Optional<DateRange> care = always ? Optional.empty() : Optional.of(new DateRange(start, end));
            return new EverythingWish(patient, types, since, care, count, page, understood, ignored);
        }

        private boolean read(String name, String value) {
            switch (name) {
                case "_since" -> since = DateRange.parse(value, zone).lowMicros();
                case "start" -> start = DateRange.parse(value, zone).lowMicros();
                case "end" -> end = DateRange.parse(value, zone).highMicros();
                case "_count" -> count = Math.max(1, QueryParser.count(value, limits));
                case "_page" -> page = Optional.of(value);
                case "_type" -> types.addAll(types(value));
                case "_format", "_pretty", "_summary", "_elements" -> {
                    // The form of the answer is read with the request.
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private List<String> types(String value) {
            var asked = List.of(value.split(",", -1));
            asked.stream().filter(type -> !known.contains(type)).findFirst().ifPresent(type -> {
                throw Refusal.invalid("'%s' is no resource type of R4.".formatted(type), null);
            });
            return asked;
        }
    }
}
