package org.parvis.access;

import java.util.HashSet;
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

/** Gives whoever is in the rights of their policies. */
@Component
class Callers {

    /** Whoever runs Parvis sees nobody's record; a program of the machine, which holds the data, sees all. */
    private static final String SUPPORT = "support";

    /** Relations tell which of these somebody is to whom: a mother is a patient, and her son's guardian. */
    private static final List<String> CITIZENS = List.of("patient", "guardian", "carer");

    private final Policies policies;
    private final Structures structures;
    private final Relatives relatives;

    Callers(Policies policies, Structures structures, Relatives relatives) {
        this.policies = policies;
        this.structures = structures;
        this.relatives = relatives;
    }

    /**
     * Somebody as the store knows them, where they act now.
     *
     * @param purpose what they are here for; what they usually are, when it is empty or not theirs
     */
    Caller caller(Account account, Optional<Position> position, Optional<Purpose> purpose) {
        var holders = holders(position);
        account.person().ifPresent(holders::add);
        // Those who help know several patients.
        holders.addAll(relatives.of(account));
        return caller(account, position, purpose, holders);
    }

    /** Somebody for whom a network vouches: what they are to patients elsewhere opens nothing, it only says so. */
    Caller bound(Account account, Optional<Position> position) {
        return caller(account, position, Optional.empty(), holders(position));
    }

    private Caller caller(
            Account account, Optional<Position> position, Optional<Purpose> purpose, Set<String> holders) {
        var own = policies(account, position);
        var actual = purpose.filter(wanted ->
                        own.stream().anyMatch(policy -> policy.purposes().contains(wanted)))
                .orElseGet(() -> own.getFirst().usualPurpose());
        var structure = position.map(Position::structure);
        var rights = own.stream()
                .map(policy -> policy.rights(holders, structure.map(Set::of).orElse(Set.of()), actual))
                .reduce(Callers::together)
                .orElseThrow();
        return new Caller(account.name(), account.person(), structure, actual, Permit.rights(rights));
    }

    private List<Policy> policies(Account account, Optional<Position> position) {
        var families = switch (account.audience()) {
            case OPERATOR -> List.of(SUPPORT);
            case CITIZEN -> CITIZENS;
            // A family without policy opens nothing.
            case PROFESSIONAL ->
                List.of(position.map(Position::family)
                        .filter(family -> policies.of(family).isPresent())
                        .orElse(SUPPORT));
        };
        return families.stream()
                .map(family -> policies.of(family).orElseThrow())
                .toList();
    }

    /** What stands for them where they act: those of a hospital work with those of its services. */
    private Set<String> holders(Optional<Position> position) {
        var holders = new HashSet<String>();
        position.ifPresent(place -> {
            holders.add("PractitionerRole/" + place.role());
            holders.addAll(structures.within(place.structure()));
        });
        return holders;
    }

    private static Rights together(Rights one, Rights other) {
        return new Rights(
                one.holders(),
                one.structures(),
                Stream.concat(one.open().stream(), other.open().stream()).collect(Collectors.toSet()),
                Stream.concat(one.openings().stream(), other.openings().stream())
                        .toList(),
                Stream.concat(one.writings().stream(), other.writings().stream())
                        .toList(),
                one.purpose());
    }
}
