package org.parvis.authority;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.AccessEvent;
import org.parvis.access.AccountId;
import org.parvis.access.Session;
import org.springframework.context.ApplicationEventPublisher;

/** What people allow applications: asked once, remembered for a while, and taken back at any time. */
public final class Approvals {

    /** After so long somebody is asked again, and what goes on without them ends. */
    public static final Duration LASTING = Duration.ofDays(90);

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private final PostgresApprovals approvals;
    private final PostgresTokens tokens;
    private final PostgresSoftware software;
    private final Launches launches;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    Approvals(
            PostgresApprovals approvals,
            PostgresTokens tokens,
            PostgresSoftware software,
            Launches launches,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.approvals = approvals;
        this.tokens = tokens;
        this.software = software;
        this.launches = launches;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** Whether whoever holds this session may let software act for them: not on their network's word alone. */
    public boolean mayBeGiven(Session session) {
        return session.bound().isEmpty();
    }

    /** Whether somebody has approved this before, there, and need not be asked. */
    public boolean isApproved(ApprovalRequest asked, Session session) {
        return mayBeGiven(session)
                && !asked.isToBeShown()
                && asked.canBeRemembered()
                && standing(asked, session).isPresent();
    }

    /**
     * Lets an application act for whoever holds this session, where they work now.
     *
     * @param beginning on whom it begins
     * @return the address at which it receives its code
     */
    public String approve(ApprovalRequest asked, Session session, Beginning beginning) {
        if (!mayBeGiven(session)) {
            throw new IllegalStateException("Nothing may act for whoever only their network vouches for");
        }
        var now = clock.instant();
        var given = standing(asked, session).orElseGet(() -> {
            announcing.publishEvent(
                    new AccessEvent.SoftwareApproved(session, asked.software().name(), now));
            return approvals.keep(approval(asked, session, now));
        });
        var begun = new Delegation(
                UUID.randomUUID(),
                given,
                asked.scopes().has(Scopes.OFFLINE) ? Optional.empty() : Optional.of(session.id()),
                asked.scopes(),
                beginning.patient(),
                asked.redirect(),
                asked.challenge(),
                asked.nonce(),
                session.road(),
                session.openedAt());
        approvals.begin(begun, now);
        launches.use(asked);
        var code = tokens.issue(Token.fresh(
                Token.Kind.CODE, given.software(), Optional.of(begun), begun.scopes(), now, now.plus(CODE_LIFE)));
        return asked.answer(Map.of("code", code.text()));
    }

    /** The software that acts for somebody. */
    public List<Approval> of(AccountId account) {
        return approvals.of(account, clock.instant());
    }

    /** Takes back what somebody had allowed: the very next request of the software finds it closed. */
    public void withdraw(Session session, UUID approval) {
        of(session.account().id()).stream()
                .filter(given -> given.id().equals(approval))
                .forEach(given -> {
                    approvals.withdraw(given.account(), approval);
                    announcing.publishEvent(
                            new AccessEvent.SoftwareWithdrawn(session, name(given.software()), clock.instant()));
                });
    }

    private Optional<Approval> standing(ApprovalRequest asked, Session session) {
        return approvals
                .find(session.account().id(), asked.software().id(), session.position(), clock.instant())
                .filter(given -> given.scopes().cover(asked.scopes()));
    }

    private static Approval approval(ApprovalRequest asked, Session session, Instant now) {
        return new Approval(
                UUID.randomUUID(),
                asked.software().id(),
                session.account().id(),
                session.position(),
                asked.scopes(),
                now,
                now.plus(LASTING));
    }

    private String name(String id) {
        return software.find(id).map(Software::name).orElse(id);
    }
}
