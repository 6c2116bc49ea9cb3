package org.parvis.fhir.rest;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.index.Prefixed;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.SearchLimits;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.trace.Action;
import org.parvis.fhir.trace.AuditEventResources;
import org.parvis.fhir.trace.Outcome;
import org.parvis.fhir.trace.TraceId;
import org.parvis.fhir.trace.TraceQuery;
import org.parvis.fhir.trace.TraceQuery.Criterion;
import org.parvis.fhir.trace.TraceQuery.Criterion.Events.Kind;
import org.parvis.fhir.trace.TraceQuery.Span;

/** Reads the parameters of a search for AuditEvents (R4 auditevent.html, ITI-81, TdE). */
final class AuditWish {

    /** What a search may ask for, as the CapabilityStatement tells it: name and kind. */
    static final List<List<String>> PARAMETERS = List.of(
            List.of("date", "date"),
            List.of("period-start", "date"),
            List.of("patient", "reference"),
            List.of("agent", "reference"),
            List.of("agent-name", "string"),
            List.of("entity", "reference"),
            List.of("address", "string"),
            List.of("action", "token"),
            List.of("type", "token"),
            List.of("subtype", "token"),
            List.of("outcome", "token"),
            List.of("purpose", "token"));

    private static final Set<String> FORM = Set.of("_format", "_pretty", "_summary", "_elements", "_count", "_page");

    private final ZoneId zone;
    private final SearchLimits limits;

    AuditWish(ZoneId zone, SearchLimits limits) {
        this.zone = zone;
        this.limits = limits;
    }

    /**
     * The query that these parameters make; it finds one entry more than a page shows.
     *
     * @throws Refusal 400 when no date bounds the search, or a parameter is unknown
     */
    TraceQuery read(List<Parameter> parameters) {
        Span time = Span.always();
        boolean bounded = false;
        for (Parameter parameter : parameters) {
            if (parameter.name().equals("date")) {
                time = time.and(span(parameter.value()));
                bounded = true;
            }
        }
        if (!bounded) {
            throw Refusal.of(
                    400, IssueCode.REQUIRED, "A search of AuditEvents needs a date, such as date=ge2026-01-01.", null);
        }
        TraceQuery query = TraceQuery.in(time, count(parameters) + 1);
        for (Parameter parameter : parameters) {
            query = with(query, parameter);
        }
        return query;
    }

    int count(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals("_count")) {
                try {
                    return Math.clamp(Integer.parseInt(parameter.value()), 1, limits.mostCount());
                } catch (NumberFormatException e) {
                    throw Refusal.invalid(
                            "_count is '%s'; it must be a whole number.".formatted(parameter.value()), null);
                }
            }
        }
        return limits.defaultCount();
    }

    private TraceQuery with(TraceQuery query, Parameter parameter) {
        Set<String> values = Set.copyOf(Arrays.asList(parameter.value().split(",", -1)));
        return switch (parameter.name()) {
            case "date" -> query;
            case "period-start" -> query.and(new Criterion.Started(span(parameter.value())));
            case "patient" -> query.and(new Criterion.Patients(ids(values)));
            case "agent" -> query.and(agents(values));
            case "agent-name" -> query.and(new Criterion.Name(parameter.value()));
            case "entity" -> query.and(entities(values));
            case "address" -> query.and(new Criterion.From(values));
            case "action" ->
                query.and(new Criterion.Actions(
                        chosen(action -> values.contains(String.valueOf(action.code()))), codes(values)));
            case "type" -> query.and(new Criterion.Events(typed(values), values, Kind.TYPE));
            case "subtype" ->
                query.and(new Criterion.Events(
                        chosen(action -> codes(values).contains(action.subtype())), values, Kind.SUBTYPE));
            case "outcome" -> query.and(new Criterion.Outcomes(outcomes(values)));
            case "purpose" -> query.and(new Criterion.Purposes(purposes(values)));
            case "_page" ->
                query.after(TraceId.parse(parameter.value())
                        .orElseThrow(() ->
                                Refusal.invalid("'%s' is no page of a trace.".formatted(parameter.value()), null)));
            default -> other(query, parameter);
        };
    }

    private static TraceQuery other(TraceQuery query, Parameter parameter) {
        boolean isOwnOrder =
                parameter.name().equals("_sort") && parameter.value().equals("-date");
        if (isOwnOrder || FORM.contains(parameter.name())) {
            return query;
        }
        throw Refusal.notSupported(
                "AuditEvents are not searched by '%s=%s'.".formatted(parameter.name(), parameter.value()));
    }

    private Span span(String written) {
        Prefixed value = Prefixed.parse(written);
        DateRange date = DateRange.parse(value.literal(), zone);
        return switch (value.prefix()) {
            case EQ, AP -> new Span(date.lowMicros(), date.highMicros());
            case GE -> new Span(date.lowMicros(), Long.MAX_VALUE);
            case GT, SA -> new Span(date.highMicros(), Long.MAX_VALUE);
            case LE -> new Span(Long.MIN_VALUE, date.highMicros());
            case LT, EB -> new Span(Long.MIN_VALUE, date.lowMicros());
            case NE -> throw Refusal.notSupported("AuditEvents are not searched by what their date is not.");
        };
    }

    private static Set<String> ids(Set<String> references) {
        return references.stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static Criterion agents(Set<String> references) {
        return references.stream().allMatch(reference -> reference.startsWith("Organization/"))
                ? new Criterion.Organisations(ids(references))
                : new Criterion.Persons(references);
    }

    private static Criterion entities(Set<String> references) {
        if (references.stream().allMatch(reference -> reference.startsWith("Patient/"))) {
            return new Criterion.Patients(ids(references));
        }
        Set<ResourceKey> keys = new HashSet<>();
        for (String reference : references) {
            String[] parts = reference.split("/", -1);
            if (parts.length < 2) {
                throw Refusal.invalid("An entity is written with its type, such as Observation/12.", null);
            }
            keys.add(new ResourceKey(parts[0], parts[1]));
        }
        return new Criterion.Entities(keys);
    }

    private static Set<Action> typed(Set<String> values) {
        return chosen(action -> {
            String code = action.isInteraction()
                    ? "rest"
                    : action == Action.ACCOUNT ? "110113" : action == Action.RECEIVED ? "" : "110114";
            return values.contains(code)
                    || values.contains(AuditEventResources.EVENT_TYPES + "|" + code)
                    || values.contains(AuditEventResources.DICOM + "|" + code);
        });
    }

    private static Set<Outcome> outcomes(Set<String> values) {
        return EnumSet.allOf(Outcome.class).stream()
                .filter(outcome -> codes(values).contains(String.valueOf(outcome.code())))
                .collect(Collectors.toSet());
    }

    private static Set<Purpose> purposes(Set<String> values) {
        return EnumSet.allOf(Purpose.class).stream()
                .filter(purpose -> codes(values).contains(purpose.code()))
                .collect(Collectors.toSet());
    }

    private static Set<Action> chosen(Predicate<Action> wanted) {
        return EnumSet.allOf(Action.class).stream().filter(wanted).collect(Collectors.toSet());
    }

    private static Set<String> codes(Set<String> tokens) {
        return tokens.stream()
                .map(token -> token.substring(token.indexOf('|') + 1))
                .collect(Collectors.toSet());
    }
}
