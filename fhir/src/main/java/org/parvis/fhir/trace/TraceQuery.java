package org.parvis.fhir.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.store.ResourceKey;

/**
 * Which entries are wanted, the newest first. An entry must meet every criterion.
 *
 * @param time when it was recorded
 * @param after the last entry of the page before
 */
public record TraceQuery(Span time, List<Criterion> criteria, Optional<TraceId> after, int limit) {

    public TraceQuery {
        criteria = List.copyOf(criteria);
    }

    /** A stretch of time in microseconds since 1970 UTC, its end excluded. */
    public record Span(long from, long until) {

        public static Span always() {
            return new Span(Long.MIN_VALUE, Long.MAX_VALUE);
        }

        public Span and(Span other) {
            return new Span(Math.max(from, other.from), Math.min(until, other.until));
        }
    }

    /** What an entry must be like. It meets a criterion by any of its values; none are met by no entry. */
    public sealed interface Criterion {

        /** It is about one of these Patients, by logical id. */
        record Patients(Set<String> ids) implements Criterion {}

        /** It is about somebody who is one of these, or for whom one of these acts in law. */
        record Represented(Set<String> holders) implements Criterion {}

        /** One of these did it, such as `Practitioner/12`. */
        record Persons(Set<String> references) implements Criterion {}

        /** Somebody whose name contains this did it. */
        record Name(String part) implements Criterion {}

        /** It was done for one of these Organizations, by logical id. */
        record Organisations(Set<String> ids) implements Criterion {}

        /** It was done for one of these. */
        record Purposes(Set<Purpose> purposes) implements Criterion {}

        /** It was one of these, or came with one of these action letters. */
        record Actions(Set<Action> actions, Set<String> letters) implements Criterion {}

        /** It was one of these, or came as an event with one of these codes. */
        record Events(Set<Action> actions, Set<String> codes, Kind kind) implements Criterion {

            /** The element that holds the code. */
            public enum Kind {
                TYPE,
                SUBTYPE
            }
        }

        /** It ended in one of these ways. */
        record Outcomes(Set<Outcome> outcomes) implements Criterion {}

        /** One of these was shown or made. */
        record Entities(Set<ResourceKey> keys) implements Criterion {}

        /** It came from one of these network addresses. */
        record From(Set<String> addresses) implements Criterion {}

        /** It began then. */
        record Started(Span span) implements Criterion {}
    }

    /** Everything in this time. */
    public static TraceQuery in(Span time, int limit) {
        return new TraceQuery(time, List.of(), Optional.empty(), limit);
    }

    public TraceQuery and(Criterion criterion) {
        var all = new ArrayList<>(criteria);
        all.add(criterion);
        return new TraceQuery(time, all, after, limit);
    }

    public TraceQuery after(TraceId last) {
        return new TraceQuery(time, criteria, Optional.of(last), limit);
    }
}
