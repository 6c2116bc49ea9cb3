package org.parvis.access;

import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.access.Purpose;
import org.springframework.stereotype.Component;

/** Tells as whom the holder of a session acts. */
@Component
class Visitors {

    private final Positions positions;
    private final Charter charter;

    Visitors(Positions positions, Charter charter) {
        this.positions = positions;
        this.charter = charter;
    }

    Visitor of(Session session) {
        var account = session.account();
        var position = position(session);
        return new Visitor(
                account.name(),
                account.audience(),
                position,
                caller(account, position),
                duty(session, position));
    }

    /** Looked up for each request: a role that ends ends what it opens. */
    private Optional<Position> position(Session session) {
        return session.account().person().flatMap(person -> session.position()
                .flatMap(role -> positions.find(person, role)));
    }

    private Optional<Duty> duty(Session session, Optional<Position> position) {
        if (session.charter() < charter.version()) {
            return Optional.of(Duty.CHARTER);
        }
        return position.isEmpty() && !positions.of(session.account()).isEmpty()
                ? Optional.of(Duty.POSITION)
                : Optional.empty();
    }

    private static Caller caller(Account account, Optional<Position> position) {
        var structure = position.map(Position::structure);
        return switch (account.audience()) {
            case OPERATOR ->
                new Caller(account.name(), account.person(), structure, Purpose.SUPPORT, Permit.everything());
            case CITIZEN -> new Caller(account.name(), account.person(), structure, Purpose.PATIENT, ownData(account));
            // Rights come from relations with a patient; without any, what is about nobody is all there is to see.
            case PROFESSIONAL ->
                new Caller(account.name(), account.person(), structure, Purpose.CARE, Permit.patients(Set.of()));
        };
    }

    private static Permit ownData(Account account) {
        return Permit.patients(account.person()
                .filter(person -> person.startsWith("Patient/"))
                .map(person -> Set.of(person.substring("Patient/".length())))
                .orElse(Set.of()));
    }
}
