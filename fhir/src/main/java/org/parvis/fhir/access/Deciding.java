package org.parvis.fhir.access;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.access.Decision.Closed;
import org.parvis.fhir.access.Decision.Open;
import org.parvis.fhir.access.Decision.Reason;
import org.parvis.fhir.index.DateRange;

/**
 * Decides as the store's statements do, and says why: for pages that explain, and to hold the statements to.
 *
 * @param rules what resources say about the patients at stake
 * @param now microseconds since 1970 UTC
 */
public record Deciding(Rights rights, Collection<AccessRule> rules, long now) {

    private static final Comparator<Will> BY_DEPTH =
            Comparator.comparingInt(Will::depth).thenComparing(Will::denies);

    /** Whether the caller may see it: for something about several patients, by what they are to each of them. */
    public Decision on(Sought sought) {
        if (isOwn(sought)
                && sought.patients().stream().noneMatch(patient -> isRefused(Binding.OPPOSITION, sought, patient))) {
            return new Open(Optional.empty());
        }
        if (sought.patients().isEmpty()) {
            return rights.open().contains(sought.type()) ? new Open(Optional.empty()) : new Closed(Reason.NOT_THEIRS);
        }
        var decisions =
                sought.patients().stream().map(patient -> on(sought, patient)).toList();
        return decisions.stream()
                .filter(decision -> !decision.isOpen())
                .findFirst()
                .orElse(decisions.getFirst());
    }

    private boolean isOwn(Sought sought) {
        return sought.owner().filter(rights.structures()::contains).isPresent()
                && rights.types().contains(sought.type());
    }

    private Decision on(Sought sought, String patient) {
        Reason nearest = Reason.NOT_THEIRS;
        for (Opening opening : rights.openings()) {
            if (opening.types().contains(sought.type())) {
                switch (through(opening, sought, patient)) {
                    case Open open -> {
                        return open;
                    }
                    case Closed(Reason reason) -> nearest = reason.compareTo(nearest) > 0 ? reason : nearest;
                }
            }
        }
        return new Closed(nearest);
    }

    private Decision through(Opening opening, Sought sought, String patient) {
        var relations = rules.stream()
                .filter(rule -> rule.subject().equals(patient))
                .flatMap(rule -> rule instanceof Relation relation && opens(relation, opening, sought)
                        ? Stream.of(relation)
                        : Stream.empty())
                .toList();
        if (relations.isEmpty()) {
            return new Closed(Reason.NO_RELATION);
        }
        long ended = now - Duration.ofDays(opening.daysAfterwards()).toNanos() / 1_000;
        Optional<Relation> standing = relations.stream()
                .filter(relation -> relation.during().lowMicros() <= now
                        && relation.during().highMicros() > ended)
                .findFirst();
        if (standing.isEmpty()) {
            return new Closed(Reason.ENDED);
        }
        return forbidden(opening, sought, patient).<Decision>map(Closed::new).orElse(new Open(standing));
    }

    private boolean opens(Relation relation, Opening opening, Sought sought) {
        return opening.bases().contains(relation.basis())
                && rights.holders().contains(relation.holder())
                && isAnyOr(relation.type(), sought.type())
                && isAnyOr(relation.only(), sought.reference());
    }

    private Optional<Reason> forbidden(Opening opening, Sought sought, String patient) {
        if (sought.labels().stream().anyMatch(opening::hides)) {
            return Optional.of(Reason.HIDDEN);
        }
        if (opening.binding() == Binding.AGREEMENT && !hasAgreed(patient)) {
            return Optional.of(Reason.NOT_AGREED);
        }
        return isRefused(opening.binding(), sought, patient) ? Optional.of(Reason.REFUSED) : Optional.empty();
    }

    private boolean hasAgreed(String patient) {
        return wills(patient).stream()
                .anyMatch(will -> !will.denies()
                        && will.depth() == 0
                        && will.purpose().map(rights.purpose()::equals).orElse(true));
    }

    private boolean isRefused(Binding binding, Sought sought, String patient) {
        var deepest = new LinkedHashMap<String, Will>();
        for (Will will : wills(patient)) {
            if (binding.heeds(will, rights.purpose())
                    && isAnyOr(will.type(), sought.type())
                    && isAnyOr(will.only(), sought.reference())
                    && (will.label().isEmpty() || sought.labels().contains(will.label()))) {
                deepest.merge(will.consent(), will, (one, other) -> BY_DEPTH.compare(one, other) < 0 ? other : one);
            }
        }
        return deepest.values().stream().anyMatch(Will::denies);
    }

    /** The patient's rules that apply to the caller now. */
    private List<Will> wills(String patient) {
        return rules.stream()
                .filter(rule -> rule.subject().equals(patient))
                .filter(Will.class::isInstance)
                .map(Will.class::cast)
                .filter(will -> will.actor().isEmpty() || rights.holders().contains(will.actor()))
                .filter(will -> isNow(will.during()))
                .collect(Collectors.toList());
    }

    private boolean isNow(DateRange during) {
        return during.lowMicros() <= now && during.highMicros() > now;
    }

    private static boolean isAnyOr(String rule, String value) {
        return rule.isEmpty() || rule.equals(value);
    }
}
