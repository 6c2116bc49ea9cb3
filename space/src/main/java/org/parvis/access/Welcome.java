package org.parvis.access;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What somebody who has just come in is asked before anything else: the charter, then where they act. */
@Component
public class Welcome {

    private final PostgresAccounts accounts;
    private final Charter charter;
    private final Positions positions;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    Welcome(
            PostgresAccounts accounts,
            Charter charter,
            Positions positions,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.accounts = accounts;
        this.charter = charter;
        this.positions = positions;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** The usage charter as it stands now. */
    public Charter charter() {
        return charter;
    }

    /** Keeps that somebody accepted the charter, in the version that they were shown. */
    public void accept(Account account, int version) {
        var now = clock.instant();
        accounts.accept(account.id(), version, now);
        announcing.publishEvent(new AccessEvent.CharterAccepted(account, version, now));
    }

    /** Where somebody can act, by the names of their structures. */
    public List<Position> positions(Session session) {
        return session.within(positions.of(session.account()));
    }
}
