package org.parvis.fhir.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parvis.fhir.index.DateRange;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Reads the rules of a Consent (R4 consent.html). An exception takes from the rule around it what it does not say itself. */
final class Wills {

    private static final int MOST = 1_000;

    private final String consent;
    private final String patient;
    private final List<Will> rules = new ArrayList<>();

    private Wills(String consent, String patient) {
        this.consent = consent;
        this.patient = patient;
    }

    /** What a rule is about, each list a choice; an empty member stands for any. */
    private record Scope(
            List<String> actors,
            List<Optional<Purpose>> purposes,
            List<String> types,
            List<String> labels,
            List<String> resources,
            DateRange during) {

        private static final Scope WHOLE = new Scope(
                List.of(""), List.of(Optional.empty()), List.of(""), List.of(""), List.of(""), Reading.ALWAYS);

        Scope of(Provision provision, boolean denies) {
            return new Scope(
                    chosen(provision.actors(denies), actors),
                    chosen(provision.purposes(denies), purposes),
                    chosen(provision.types(), types),
                    chosen(provision.labels(), labels),
                    chosen(provision.resources(), resources),
                    Reading.both(during, provision.during()));
        }

        private static <T> List<T> chosen(List<T> own, List<T> around) {
            return own.isEmpty() ? around : own;
        }
    }

    /** The rules of an active Consent. */
    static List<Will> of(Reading consent, String self) {
        var outer = new Provision(consent.at("provision"));
        return consent.references("patient").stream()
                .flatMap(patient -> {
                    var wills = new Wills(self, patient);
                    wills.add(outer, outer.denies().or(() -> ofPolicy(consent)), 0, Scope.WHOLE);
                    return wills.rules.stream();
                })
                .toList();
    }

    // The outer rule may be told by the policy alone: opted in, or out.
    private static Optional<Boolean> ofPolicy(Reading consent) {
        if (consent.isCoded("policyRule", "", Set.of("OPTOUT", "OPTOUTE"))) {
            return Optional.of(true);
        }
        return consent.isCoded("policyRule", "", Set.of("OPTIN", "OPTINR")) ? Optional.of(false) : Optional.empty();
    }

    private void add(Provision provision, Optional<Boolean> denies, int depth, Scope around) {
        Scope scope = around.of(provision, denies.orElse(true));
        if (denies.isPresent() && (denies.get() || provision.isUnderstood())) {
            addRules(depth, denies.get(), scope);
        }
        provision.exceptions().forEach(exception -> add(exception, exception.denies(), depth + 1, scope));
    }

    private void addRules(int depth, boolean denies, Scope scope) {
        scope.actors().stream()
                .flatMap(actor ->
                        scope.purposes().stream().flatMap(purpose -> rules(depth, denies, scope, actor, purpose)))
                .distinct()
                .limit(MOST + 1L)
                .forEach(rules::add);
        if (rules.size() > MOST) {
            throw Refusal.unprocessable(
                    IssueCode.TOO_COSTLY,
                    "This Consent says more than %d things at once.".formatted(MOST),
                    "Consent.provision");
        }
    }

    private Stream<Will> rules(int depth, boolean denies, Scope scope, String actor, Optional<Purpose> purpose) {
        return scope.types().stream()
                .flatMap(type -> scope.labels().stream()
                        .flatMap(label -> scope.resources().stream()
                                .map(only -> new Will(
                                        consent,
                                        patient,
                                        depth,
                                        denies,
                                        actor,
                                        purpose,
                                        type,
                                        label,
                                        only,
                                        scope.during()))));
    }
}
