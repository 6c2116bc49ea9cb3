package org.parvis.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Rights;
import org.springframework.stereotype.Component;

/** Tells as whom the holder of a session acts. */
@Component
class Visitors {

    private final Positions positions;
    private final Policies policies;
    private final Charter charter;

    Visitors(Positions positions, Policies policies, Charter charter) {
        this.positions = positions;
        this.policies = policies;
        this.charter = charter;
    }

    Visitor of(Session session) {
        var account = session.account();
        var position = position(session);
        return new Visitor(
                account.name(), account.audience(), position, caller(account, position), duty(session, position));
    }

    /** Looked up for each request: a role that ends ends what it opens. */
    private Optional<Position> position(Session session) {
        return session.account()
                .person()
                .flatMap(person -> session.position().flatMap(role -> positions.find(person, role)));
    }

    private Optional<Duty> duty(Session session, Optional<Position> position) {
        if (session.charter() < charter.version()) {
            return Optional.of(Duty.CHARTER);
        }
        return position.isEmpty() && !positions.of(session.account()).isEmpty()
                ? Optional.of(Duty.POSITION)
                : Optional.empty();
    }

    private Caller caller(Account account, Optional<Position> position) {
        return switch (account.audience()) {
            // Whoever runs Parvis sees nobody's record; a program of the machine, which holds the data, sees all.
            case OPERATOR -> caller(account, position, List.of("support"), Purpose.SUPPORT);
            // Relations tell which of these somebody is to whom: a mother is a patient, and her son's guardian.
            case CITIZEN -> caller(account, position, List.of("patient", "guardian", "carer"), Purpose.PATIENT);
            case PROFESSIONAL -> {
                // A family without policy opens nothing.
                var family = position.map(Position::family)
                        .filter(name -> policies.of(name).isPresent())
                        .orElse("support");
                yield caller(account, position, List.of(family), usualPurpose(family));
            }
        };
    }

    private Caller caller(Account account, Optional<Position> position, List<String> families, Purpose purpose) {
        var structure = position.map(Position::structure);
        var holders = Stream.of(
                        account.person(),
                        position.map(place -> "PractitionerRole/" + place.role()),
                        structure.map(id -> "Organization/" + id))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        var rights = families.stream()
                .flatMap(family -> policies.of(family).stream())
                .map(policy -> policy.rights(holders, structure.map(Set::of).orElse(Set.of()), purpose))
                .reduce(Visitors::both)
                .orElseThrow(() -> new IllegalStateException("No policy for any of " + families));
        return new Caller(account.name(), account.person(), structure, purpose, Permit.rights(rights));
    }

    /** What those of this family are mostly here for: the first that they may be. */
    private Purpose usualPurpose(String family) {
        return policies.of(family).stream()
                .flatMap(policy -> policy.purposes().stream())
                .min(Comparator.naturalOrder())
                .orElse(Purpose.SUPPORT);
    }

    private static Rights both(Rights one, Rights other) {
        return new Rights(
                one.holders(),
                one.structures(),
                union(one.open(), other.open()),
                Stream.concat(one.openings().stream(), other.openings().stream())
                        .toList(),
                Stream.concat(one.writings().stream(), other.writings().stream())
                        .toList(),
                one.purpose());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
