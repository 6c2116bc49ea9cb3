package org.parvis.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells as whom the holder of a session acts. */
@Component
class Visitors {

    private final Positions positions;
    private final Callers callers;
    private final Charter charter;

    Visitors(Positions positions, Callers callers, Charter charter) {
        this.positions = positions;
        this.callers = callers;
        this.charter = charter;
    }

    Visitor of(Session session) {
        var account = session.account();
        var position = position(session);
        return new Visitor(
                account.name(),
                account.audience(),
                position,
                callers.caller(account, position, Optional.empty()),
                duty(session, position));
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
}
