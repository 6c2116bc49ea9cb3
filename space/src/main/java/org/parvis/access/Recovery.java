package org.parvis.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A new password for whoever lost theirs: a link by mail, and a code of their application. A mailbox alone opens nothing;
 * whoever has lost the application too is invited again by their referent.
 */
@Component
public class Recovery {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final SecureRandom random = new SecureRandom();
    private final PostgresAccounts accounts;
    private final PostgresLogins logins;
    private final Gate gate;
    private final Codes codes;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    Recovery(
            PostgresAccounts accounts,
            PostgresLogins logins,
            Gate gate,
            Codes codes,
            Passwords passwords,
            PasswordRules rules,
            Sessions sessions,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.accounts = accounts;
        this.logins = logins;
        this.gate = gate;
        this.codes = codes;
        this.passwords = passwords;
        this.rules = rules;
        this.sessions = sessions;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** A link on its way to somebody's mail address. */
    public record Link(String mail, Secret secret) {}

    /** What comes of a new password. */
    public sealed interface Answer {
        /** It serves from now on, and all sessions have ended. */
        record Renewed(Account account) implements Answer {}

        record Weak(Enrolment.Reason reason) implements Answer {}

        record WrongCode() implements Answer {}

        record Wait(Duration time) implements Answer {}

        /** The link has served, or is too old. */
        record Over() implements Answer {}
    }

    /** The link to send; empty when nobody of this name can be written to, which whoever asks is not told. */
    public Optional<Link> ask(String typed, Origin origin) {
        var login = Account.login(typed);
        if (gate.tryLogin(login, origin).isPositive()) {
            return Optional.empty();
        }
        var account = accounts.findByLogin(login).filter(Account::isActive);
        var mail = account.flatMap(Account::mail);
        if (mail.isEmpty() || gate.tryLetter(account.orElseThrow().id()).isPositive()) {
            return Optional.empty();
        }
        var secret = Secret.random(random);
        logins.keepRecovery(secret, account.get().id(), clock.instant().plus(PATIENCE));
        return Optional.of(new Link(mail.get(), secret));
    }

    /** Whether a link still serves. */
    public boolean serves(Secret secret) {
        return logins.findRecovery(secret, clock.instant()).isPresent();
    }

    /** Gives the account of this link a new password, for a code of its application. */
    public Answer renew(Secret secret, String code, String password, Origin origin) {
        var account = logins.findRecovery(secret, clock.instant())
                .flatMap(accounts::find)
                .filter(Account::isActive);
        if (account.isEmpty()) {
            return new Answer.Over();
        }
        var weakness = rules.weakness(password, account.get().login());
        return weakness.<Answer>map(weak -> new Answer.Weak(Enrolment.reason(weak)))
                .orElseGet(() -> renew(account.get(), code, password, origin));
    }

    private Answer renew(Account account, String code, String password, Origin origin) {
        var wait = gate.tryCode(account.id(), origin);
        if (wait.isPositive()) {
            return new Answer.Wait(wait);
        }
        if (!codes.use(account.id(), code)) {
            return new Answer.WrongCode();
        }
        gate.passCode(account.id(), origin);
        accounts.keepPassword(account.id(), passwords.hash(password));
        logins.removeRecoveries(account.id());
        sessions.closeAll(account);
        announcing.publishEvent(new AccessEvent.PasswordRenewed(account, origin, clock.instant()));
        return new Answer.Renewed(account);
    }
}
