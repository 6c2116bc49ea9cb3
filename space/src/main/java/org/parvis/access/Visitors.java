package org.parvis.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.parvis.fhir.access.Origin;
import org.springframework.stereotype.Component;

/** Tells as whom people act. */
@Component
public class Visitors {

    private final PostgresAccounts accounts;
    private final Positions positions;
    private final Callers callers;
    private final Charter charter;

    Visitors(PostgresAccounts accounts, Positions positions, Callers callers, Charter charter) {
        this.accounts = accounts;
        this.positions = positions;
        this.callers = callers;
        this.charter = charter;
    }

    Visitor of(Session session) {
        var account = session.account();
        var position = position(account, session.position()).filter(session::admits);
        var bound = session.bound().isPresent();
        return new Visitor(
                account.name(),
                account.audience(),
                position,
                bound ? callers.bound(account, position) : callers.caller(account, position, Optional.empty()),
                duty(position, session.charter(), () -> session.within(positions.of(account))),
                bound,
                new Origin(Optional.empty(), Optional.of(session.id().toString())));
    }

    /**
     * As whom the holder of an account acts through software that they let act for them.
     *
     * @param role the PractitionerRole as which they do; empty for those who act nowhere
     * @return empty once the account is not active, or the role over
     */
    public Optional<Visitor> of(AccountId id, Optional<String> role) {
        return accounts.find(id).filter(Account::isActive).flatMap(account -> {
            var position = position(account, role);
            return role.isPresent() && position.isEmpty() ? Optional.empty() : Optional.of(visitor(account, position));
        });
    }

    private Visitor visitor(Account account, Optional<Position> position) {
        return new Visitor(
                account.name(),
                account.audience(),
                position,
                callers.caller(account, position, Optional.empty()),
                duty(position, accounts.charter(account.id()), () -> positions.of(account)));
    }

    /** Looked up for each request: a role that ends ends what it opens. */
    private Optional<Position> position(Account account, Optional<String> role) {
        return account.person().flatMap(person -> role.flatMap(id -> positions.find(person, id)));
    }

    private Optional<Duty> duty(Optional<Position> position, int accepted, Supplier<List<Position>> places) {
        if (accepted < charter.version()) {
            return Optional.of(Duty.CHARTER);
        }
        return position.isEmpty() && !places.get().isEmpty() ? Optional.of(Duty.POSITION) : Optional.empty();
    }
}
