package org.parvis.authority;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.Account;
import org.parvis.access.Origin;
import org.parvis.access.OutsideTokens;
import org.parvis.access.Position;
import org.parvis.access.Positions;
import org.parvis.access.Road;
import org.parvis.access.Secret;
import org.parvis.access.Sessions;
import org.parvis.access.Visitor;
import org.parvis.authority.GrantAnswer.Given;
import org.parvis.authority.GrantAnswer.Refused;
import org.parvis.authority.SmartScope.Context;
import org.parvis.authority.Software.Use;
import org.parvis.authority.Token.Kind;

/**
 * Gives a structure's software a token of its own for a professional of that structure, whose token it shows: one of Pro Santé
 * Connect, or one of ours (RFC 8693).
 */
final class Exchanges {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final PostgresTokens tokens;
    private final PostgresApprovals approvals;
    private final Delegates delegates;
    private final Optional<OutsideTokens> outside;
    private final Sessions sessions;
    private final Positions positions;
    private final InstantSource clock;

    Exchanges(
            PostgresTokens tokens,
            PostgresApprovals approvals,
            Delegates delegates,
            Optional<OutsideTokens> outside,
            Sessions sessions,
            Positions positions,
            InstantSource clock) {
        this.tokens = tokens;
        this.approvals = approvals;
        this.delegates = delegates;
        this.outside = outside;
        this.sessions = sessions;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * A token for another.
     *
     * @param shown the person's
     * @param origin of the software
     */
    GrantAnswer exchange(Software asking, Secret shown, Scopes asked, Origin origin) {
        if (!asking.may(Use.EXCHANGE)) {
            return new Refused("unauthorized_client", "This software was not declared to exchange tokens");
        }
        if (!asked.areAboutData()) {
            return new Refused("invalid_scope", "Ask for scopes on data, and for nothing beside them");
        }
        if (!asking.scopes().cover(asked)) {
            return new Refused("invalid_scope", "Not all of these scopes were declared for this software");
        }
        return tokens.find(shown)
                .map(ours -> forOurs(asking, ours, asked))
                .orElseGet(() -> forOutside(asking, shown, asked, origin));
    }

    /** Another token of the same family: it ends when the first one's family does. */
    private GrantAnswer forOurs(Software asking, Token ours, Scopes asked) {
        var now = clock.instant();
        if (ours.kind() != Kind.ACCESS
                || ours.hasEndedAt(now)
                || ours.delegation().isEmpty()) {
            return new Refused("invalid_grant", "subject_token acts for nobody now");
        }
        if (!ours.scopes().cover(asked)) {
            return new Refused("invalid_scope", "subject_token opens less than these scopes");
        }
        return delegates
                .person(ours.delegation().get())
                .filter(person -> asking.servesIn(person.position()))
                .<GrantAnswer>map(person -> given(
                        Token.fresh(Kind.ACCESS, asking.id(), ours.delegation(), asked, now, ours.expiresAt()), person))
                .orElseGet(Exchanges::elsewhere);
    }

    private GrantAnswer forOutside(Software asking, Secret shown, Scopes asked, Origin origin) {
        if (asked.hasAny(Context.PATIENT)) {
            return new Refused("invalid_scope", "That token names no patient: ask for scopes of user/");
        }
        var account = outside.flatMap(others -> others.whose(shown.text()))
                .flatMap(identity -> sessions.admit(identity, origin));
        if (account.isEmpty()) {
            return new Refused("invalid_grant", "subject_token is not good, or its holder has no account any more");
        }
        return account.flatMap(holder ->
                        place(asking, holder).map(place -> forHolder(asking, holder, place, asked, clock.instant())))
                .orElseGet(Exchanges::elsewhere);
    }

    private GrantAnswer forHolder(Software asking, Account holder, Position place, Scopes asked, Instant now) {
        var role = Optional.of(place.role());
        var approval = approvals
                .find(holder.id(), asking.id(), role, now)
                .filter(given -> given.scopes().cover(asked))
                .orElseGet(() -> approvals.keep(
                        new Approval(UUID.randomUUID(), asking.id(), holder.id(), role, asked, now, now.plus(LIFE))));
        var begun = new Delegation(
                UUID.randomUUID(),
                approval,
                Optional.empty(),
                asked,
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Road.PRO_SANTE_CONNECT,
                now);
        approvals.begin(begun, now);
        return delegates
                .person(begun)
                .<GrantAnswer>map(person -> given(
                        Token.fresh(Kind.ACCESS, asking.id(), Optional.of(begun), asked, now, now.plus(LIFE)), person))
                .orElseGet(Exchanges::elsewhere);
    }

    private Given given(Token access, Visitor person) {
        return new Given(tokens.issue(access), access, Optional.empty(), Optional.of(person));
    }

    /** Where somebody works in the structure of this software. */
    private Optional<Position> place(Software asking, Account holder) {
        return holder.person().map(positions::of).orElse(List.of()).stream()
                .filter(place -> asking.structure().equals(Optional.of(place.structure())))
                .findFirst();
    }

    private static Refused elsewhere() {
        return new Refused("invalid_grant", "The person does not work in the structure of this software");
    }
}
