package org.parvis.authority;

import java.util.Optional;
import java.util.Set;
import org.parvis.access.Policies;
import org.parvis.access.Sessions;
import org.parvis.access.Visitor;
import org.parvis.access.Visitors;
import org.parvis.authority.SmartScope.Context;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;

/** As whom software acts, and what is open to it: never more than to those in whose name it does. */
final class Delegates {

    private static final String FAMILY = "hospital-system";

    private final PostgresSoftware software;
    private final Policies policies;
    private final Visitors visitors;
    private final Sessions sessions;

    Delegates(PostgresSoftware software, Policies policies, Visitors visitors, Sessions sessions) {
        this.software = software;
        this.policies = policies;
        this.visitors = visitors;
        this.sessions = sessions;
    }

    /** As whom this token acts now; empty once whoever it stands for may not any more. */
    Optional<Visitor> of(Token token) {
        return software.find(token.software())
                .flatMap(asking -> token.delegation()
                        .map(delegation ->
                                person(delegation).map(person -> narrowed(person, asking, delegation, token.scopes())))
                        .orElseGet(() -> structure(asking, token.scopes())));
    }

    /** The person for whom software acts; looked up again, so that what ends for them ends for it. */
    Optional<Visitor> person(Delegation delegation) {
        boolean lasts = delegation.session().map(sessions::isOpen).orElse(true);
        var approval = delegation.approval();
        return lasts ? visitors.of(approval.account(), approval.position()) : Optional.empty();
    }

    private static Visitor narrowed(Visitor person, Software asking, Delegation delegation, Scopes scopes) {
        var caller = person.caller();
        // One that asks about its patient sees nobody else's data, whatever else it may.
        var patients = scopes.hasAny(Context.PATIENT)
                ? Optional.of(delegation.patient().map(Set::of).orElse(Set.of()))
                : Optional.<Set<String>>empty();
        var rights = Narrowing.of(caller.permit().rights().orElseThrow(), scopes.data());
        return person.as(new Caller(
                "%s (%s)".formatted(caller.name(), asking.name()),
                caller.person(),
                caller.organisation(),
                caller.purpose(),
                new Permit(patients, Optional.empty(), Optional.empty(), Optional.of(rights))));
    }

    private Optional<Visitor> structure(Software asking, Scopes scopes) {
        return asking.structure().map(structure -> {
            var rights = policies.of(FAMILY)
                    .orElseThrow()
                    .rights(Set.of("Organization/" + structure), Set.of(structure), Purpose.CARE);
            var caller = new Caller(
                    asking.name(),
                    Optional.empty(),
                    Optional.of(structure),
                    Purpose.CARE,
                    Permit.rights(Narrowing.of(rights, scopes.data())));
            return new Visitor(asking.name(), Visitor.Audience.PROFESSIONAL, Optional.empty(), caller);
        });
    }
}
