package org.parvis.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens accounts: by an invitation, with a password, then with an application that makes one-time codes. */
@Component
public final class Enrolment {

    private static final Duration FIRST_LINK = Duration.ofHours(24);

    private final SecureRandom random = new SecureRandom();
    private final PostgresAccounts accounts;
    private final PostgresInvitations invitations;
    private final LocalLogin login;
    private final Appointment appointment;
    private final Relatives relatives;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    Enrolment(
            PostgresAccounts accounts,
            PostgresInvitations invitations,
            LocalLogin login,
            Appointment appointment,
            Relatives relatives,
            Passwords passwords,
            PasswordRules rules,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.login = login;
        this.appointment = appointment;
        this.relatives = relatives;
        this.passwords = passwords;
        this.rules = rules;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** What an invited person chooses. */
    public record Wish(String name, String login, String password) {}

    /** What comes of an invitation that somebody wants to use. */
    public sealed interface Answer {
        /** The account is open; the browser keeps the secret for the next step, which sets up one-time codes. */
        record Opened(Secret login) implements Answer {}

        /** The wish cannot be granted as it is. */
        record Refused(Reason reason) implements Answer {}

        /** The invitation was used, or is too old. */
        record Over() implements Answer {}
    }

    /** Why an account cannot be opened as wished. */
    public enum Reason {
        NAME_MISSING,
        LOGIN_MISSING,
        LOGIN_TAKEN,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_OBVIOUS,
        PASSWORD_BREACHED
    }

    /** An invitation for the first operator, when there is no account at all; an earlier one serves no more. */
    public Optional<Secret> inviteFirstOperator() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        var secret = Secret.random(random);
        invitations.removeAllFor(Visitor.Audience.OPERATOR);
        invitations.add(secret, Invitation.toOperate(clock.instant().plus(FIRST_LINK)));
        return Optional.of(secret);
    }

    /** The invitation of this link, unless it was used or is too old. */
    public Optional<Invitation> find(Secret secret) {
        return invitations.find(secret, clock.instant());
    }

    /** Opens the account that an invitation allows. */
    public Answer accept(Secret secret, Wish wish, Origin origin) {
        var invitation = find(secret);
        if (invitation.isEmpty()) {
            return new Answer.Over();
        }
        var reason = objection(wish);
        if (reason.isPresent()) {
            return new Answer.Refused(reason.get());
        }
        return open(secret, invitation.get(), wish, origin);
    }

    /** Gives the account that somebody has what an invitation holds; false when it serves no more, or not them. */
    public boolean join(Secret secret, Account account) {
        var invitation = find(secret).filter(found -> found.joins() && found.audience() == account.audience());
        if (invitation.isEmpty() || !invitations.remove(secret)) {
            return false;
        }
        give(account, invitation.get());
        return true;
    }

    private void give(Account account, Invitation invitation) {
        invitation.place().ifPresent(place -> appointment.take(account, place));
        invitation.person().ifPresent(person -> relatives.take(account, person));
    }

    private Answer open(Secret secret, Invitation invitation, Wish wish, Origin origin) {
        var now = clock.instant();
        var account = new Account(
                AccountId.random(),
                Account.login(wish.login()),
                wish.name().strip(),
                invitation.audience(),
                Optional.empty(),
                invitation.mail(),
                Account.State.ACTIVE);
        var hash = passwords.hash(wish.password());
        if (!accounts.add(account, now)) {
            return new Answer.Refused(Reason.LOGIN_TAKEN);
        }
        // Of two that use the same link at once, one had the account opened for nothing: it stays without a password.
        if (!invitations.remove(secret)) {
            return new Answer.Over();
        }
        accounts.keepPassword(account.id(), hash);
        give(account, invitation);
        announcing.publishEvent(new AccessEvent.AccountOpened(account, origin, now));
        return new Answer.Opened(login.begin(account.id(), ReturnAddress.HOME));
    }

    private Optional<Reason> objection(Wish wish) {
        if (wish.name().isBlank()) {
            return Optional.of(Reason.NAME_MISSING);
        }
        var login = Account.login(wish.login());
        if (login.isEmpty() || login.contains(" ")) {
            return Optional.of(Reason.LOGIN_MISSING);
        }
        return rules.weakness(wish.password(), login).map(Enrolment::reason);
    }

    static Reason reason(PasswordRules.Weakness weakness) {
        return switch (weakness) {
            case TOO_SHORT -> Reason.PASSWORD_TOO_SHORT;
            case TOO_LONG -> Reason.PASSWORD_TOO_LONG;
            case OBVIOUS -> Reason.PASSWORD_OBVIOUS;
            case BREACHED -> Reason.PASSWORD_BREACHED;
        };
    }
}
