package org.parvis.fhir.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.index.DateRange;

/**
 * An element of a resource, read for what it says about access. What is malformed says nothing.
 *
 * @param zone in which dates without a zone are meant
 */
record Reading(JsonNode element, ZoneId zone) {

    static final DateRange ALWAYS = new DateRange(Long.MIN_VALUE, Long.MAX_VALUE);

    static final DateRange NEVER = new DateRange(Long.MIN_VALUE, Long.MIN_VALUE);

    private static final String HISTORY = "/_history/";

    String text(String member) {
        return element.path(member).asText("");
    }

    Reading at(String member) {
        return new Reading(element.path(member), zone);
    }

    /** Each item of an array, or the object itself. */
    List<Reading> each(String member) {
        JsonNode found = element.path(member);
        if (!found.isArray()) {
            return found.isMissingNode() ? List.of() : List.of(new Reading(found, zone));
        }
        var items = new ArrayList<Reading>();
        found.forEach(item -> items.add(new Reading(item, zone)));
        return items;
    }

    boolean has(String member) {
        return element.has(member);
    }

    /** The resources of this server that a Reference, or each of several, names. */
    List<String> references(String member) {
        return each(member).stream().flatMap(item -> item.reference().stream()).toList();
    }

    /** The resource of this server that this Reference names, without its version. */
    Optional<String> reference() {
        String target = text("reference");
        int version = target.indexOf(HISTORY);
        String current = version < 0 ? target : target.substring(0, version);
        return current.matches("[A-Z][A-Za-z]{2,39}/[A-Za-z0-9\\-.]{1,64}") ? Optional.of(current) : Optional.empty();
    }

    /** Whether a CodeableConcept, or one of several, holds one of these codes, of this system if it is not empty. */
    boolean isCoded(String member, String system, Set<String> codes) {
        return each(member).stream()
                .flatMap(concept -> concept.each("coding").stream())
                .anyMatch(coding -> codes.contains(coding.text("code"))
                        && (system.isEmpty() || system.equals(coding.text("system"))));
    }

    /** A Period; always when it is absent. */
    DateRange period(String member) {
        Reading period = at(member);
        long low = period.date("start").map(DateRange::lowMicros).orElse(Long.MIN_VALUE);
        long high = period.date("end").map(DateRange::highMicros).orElse(Long.MAX_VALUE);
        return new DateRange(low, Math.max(low, high));
    }

    Optional<DateRange> date(String member) {
        String text = text(member);
        return text.isEmpty() ? Optional.empty() : DateRange.read(text, zone);
    }

    static DateRange both(DateRange one, DateRange other) {
        long low = Math.max(one.lowMicros(), other.lowMicros());
        return new DateRange(low, Math.max(low, Math.min(one.highMicros(), other.highMicros())));
    }
}
