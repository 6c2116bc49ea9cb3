package org.parvis.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who is in: the one place where a proven identity, from whatever road, becomes a session. */
@Component
public final class Sessions {

    // How stale the moment may be at which a session last served: not every request has to write.
    private static final Duration NOTICE = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final PostgresSessions sessions;
    private final Admission admission;
    private final Positions positions;
    private final AccessSettings settings;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    Sessions(
            PostgresSessions sessions,
            Admission admission,
            Positions positions,
            AccessSettings settings,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.sessions = sessions;
        this.admission = admission;
        this.positions = positions;
        this.settings = settings;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** What comes of a proven identity. */
    public sealed interface Opening {
        /**
         * They are in.
         *
         * @param secret what their browser keeps, in the cookie that {@link SessionCookie} writes
         */
        record Opened(Session session, Secret secret) implements Opening {}

        /** Their account was suspended or closed. */
        record Ended() implements Opening {}
    }

    /** Lets in whoever has proved who they are, with a session of their own: an earlier one is never taken over. */
    public Opening open(ProvenIdentity identity, Origin origin) {
        var now = clock.instant();
        var account = admission.accountOf(identity, origin, now);
        if (!account.isActive()) {
            announcing.publishEvent(
                    new AccessEvent.LoginRefused(account.login(), AccessEvent.Refusal.ACCOUNT_ENDED, origin, now));
            return new Opening.Ended();
        }
        var session = session(identity, account, origin, now);
        var secret = Secret.random(random);
        sessions.add(session, secret, identity.secondFactor());
        announcing.publishEvent(new AccessEvent.SessionOpened(session, now));
        return new Opening.Opened(session, secret);
    }

    /** The account of whoever is proved to be somebody, without letting them in here; empty when it was suspended or closed. */
    public Optional<Account> admit(ProvenIdentity identity, Origin origin) {
        return Optional.of(admission.accountOf(identity, origin, clock.instant()))
                .filter(Account::isActive);
    }

    private Session session(ProvenIdentity identity, Account account, Origin origin, Instant now) {
        var bound = identity.bound();
        var longest = bound.isPresent() ? settings.boundLongest() : settings.longest();
        var open = new Session(
                SessionId.random(),
                account,
                identity.road(),
                Optional.empty(),
                bound,
                0,
                origin,
                now,
                now,
                now.plus(longest));
        return open.at(only(positions(open)));
    }

    /** The session of this secret, unless it is over; from now on it has served. */
    public Optional<Session> find(Secret secret) {
        var now = clock.instant();
        var found = sessions.find(secret, now);
        found.filter(session -> session.seenAt().isBefore(now.minus(NOTICE)))
                .ifPresent(session -> sessions.saw(session.id(), now));
        return found;
    }

    /** Whether the session of this id is not over. */
    public boolean isOpen(SessionId id) {
        return sessions.find(id, clock.instant()).isPresent();
    }

    /** All sessions of an account, the last used first. */
    public List<Session> of(AccountId account) {
        return sessions.of(account, clock.instant());
    }

    /** Has somebody act in one of their structures from now on; false when the position is not theirs. */
    public boolean act(Session session, String role) {
        var position = session.account()
                .person()
                .flatMap(person -> positions.find(person, role))
                .filter(session::admits);
        position.ifPresent(taken -> {
            sessions.act(session.id(), taken.role());
            announcing.publishEvent(new AccessEvent.PositionTaken(session, taken, clock.instant()));
        });
        return position.isPresent();
    }

    /** Ends the session of this id, if it is not over, because its holder left where it stands on. */
    public void leave(SessionId id) {
        sessions.find(id, clock.instant()).ifPresent(session -> close(session, AccessEvent.Closing.LOGGED_OUT));
    }

    /** Ends a session: its next request finds nobody. */
    public void close(Session session, AccessEvent.Closing closing) {
        if (sessions.remove(session.id())) {
            announcing.publishEvent(new AccessEvent.SessionClosed(session, closing, clock.instant()));
        }
    }

    /** Ends all sessions of an account. */
    void closeAll(Account account) {
        sessions.removeAll(account.id())
                .forEach(session -> announcing.publishEvent(
                        new AccessEvent.SessionClosed(session, AccessEvent.Closing.ACCOUNT_ENDED, clock.instant())));
    }

    List<Position> positions(Account account) {
        return positions.of(account);
    }

    /** Where the holder of a session may act. */
    List<Position> positions(Session session) {
        return session.within(positions.of(session.account()));
    }

    // Whoever works in one place is not asked where.
    private static Optional<String> only(List<Position> positions) {
        return positions.size() == 1 ? Optional.of(positions.getFirst().role()) : Optional.empty();
    }
}
