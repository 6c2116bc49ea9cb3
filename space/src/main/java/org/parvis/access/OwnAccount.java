package org.parvis.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.parvis.access.AccessEvent.Closing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What people do to their own account while they are in: choose another password, or close it for good. Both proofs are
 * asked again, since a browser left open is not its owner.
 */
@Component
public class OwnAccount {

    private final PostgresAccounts accounts;
    private final PostgresLogins logins;
    private final Gate gate;
    private final Codes codes;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    OwnAccount(
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

    /** What somebody proves themselves by again. */
    public record Proof(String password, String code) {}

    /** What comes of a wish. */
    public sealed interface Answer {
        record Done() implements Answer {}

        /** The new password is too weak. */
        record Weak(Enrolment.Reason reason) implements Answer {}

        /** Of password and code, nobody is told which is wrong. */
        record Wrong() implements Answer {}

        record Wait(Duration time) implements Answer {}
    }

    /** Whether they have a password here; others change theirs where they come from. */
    public boolean hasPassword(Session session) {
        return accounts.proofs(session.account().id()).password().isPresent();
    }

    /** Gives an account a new password. Its other sessions end: whoever knew the old one is out. */
    public Answer changePassword(Session session, Proof proof, String password, Origin origin) {
        var account = session.account();
        var weakness = rules.weakness(password, account.login());
        if (weakness.isPresent()) {
            return new Answer.Weak(Enrolment.reason(weakness.get()));
        }
        return refusal(account, proof, origin).orElseGet(() -> {
            accounts.keepPassword(account.id(), passwords.hash(password));
            logins.removeRecoveries(account.id());
            sessions.of(account.id()).stream()
                    .filter(other -> !other.id().equals(session.id()))
                    .forEach(other -> sessions.close(other, Closing.REVOKED));
            announcing.publishEvent(new AccessEvent.PasswordRenewed(account, origin, clock.instant()));
            return new Answer.Done();
        });
    }

    /** Closes an account for good. What was done with it stays in the trace, and the record stays where it is. */
    public Answer close(Session session, Proof proof, Origin origin) {
        var account = session.account();
        return refusal(account, proof, origin).orElseGet(() -> {
            accounts.turn(account.id(), Account.State.CLOSED);
            logins.removeRecoveries(account.id());
            sessions.closeAll(account);
            announcing.publishEvent(new AccessEvent.AccountClosed(account, origin, clock.instant()));
            return new Answer.Done();
        });
    }

    private Optional<Answer> refusal(Account account, Proof proof, Origin origin) {
        var wait = gate.tryCode(account.id(), origin);
        if (wait.isPositive()) {
            return Optional.of(new Answer.Wait(wait));
        }
        // A code is used up by a right password only: a wrong one leaves the same code for the next try.
        if (!passwords.matches(proof.password(), accounts.proofs(account.id()).password())
                || !codes.use(account.id(), proof.code())) {
            return Optional.of(new Answer.Wrong());
        }
        gate.passCode(account.id(), origin);
        return Optional.empty();
    }
}
