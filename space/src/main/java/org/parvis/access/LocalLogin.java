package org.parvis.access;

import static org.parvis.access.AccessEvent.Refusal.TOO_MANY_TRIES;
import static org.parvis.access.AccessEvent.Refusal.UNKNOWN_LOGIN;
import static org.parvis.access.AccessEvent.Refusal.WRONG_CODE;
import static org.parvis.access.AccessEvent.Refusal.WRONG_PASSKEY;
import static org.parvis.access.AccessEvent.Refusal.WRONG_PASSWORD;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.parvis.access.PostgresLogins.Pending;
import org.parvis.access.Sessions.Opening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The road of those who have an account of Parvis: first their password, then a one-time code. */
@Component
public final class LocalLogin {

    private static final int CODES = 100_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SecureRandom random = new SecureRandom();
    private final PostgresAccounts accounts;
    private final PostgresLogins logins;
    private final Gate gate;
    private final Passwords passwords;
    private final Codes codes;
    private final Passkeys passkeys;
    private final ServerKey key;
    private final Sessions sessions;
    private final ApplicationEventPublisher announcing;
    private final InstantSource clock;

    LocalLogin(
            PostgresAccounts accounts,
            PostgresLogins logins,
            Gate gate,
            Passwords passwords,
            Codes codes,
            Passkeys passkeys,
            ServerKey key,
            Sessions sessions,
            ApplicationEventPublisher announcing,
            InstantSource clock) {
        this.accounts = accounts;
        this.logins = logins;
        this.gate = gate;
        this.passwords = passwords;
        this.codes = codes;
        this.passkeys = passkeys;
        this.key = key;
        this.sessions = sessions;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** What comes of one step of a login. */
    public sealed interface Answer {
        /** The step is done; the browser keeps the secret for the next one, which asks for a code. */
        record CodeAsked(Secret login) implements Answer {}

        /** The step is done, but the account has no one-time codes yet: the next one sets them up. */
        record CodesMissing(Secret login) implements Answer {}

        /** They are in. */
        record In(Secret session, ReturnAddress destination) implements Answer {}

        /** What was typed is wrong; of login and password, nobody is told which. */
        record Wrong() implements Answer {}

        /** Too much was tried: the next try has to wait this long. */
        record Wait(Duration time) implements Answer {}

        /** It took too long, or the account has ended: all begins again. */
        record Over() implements Answer {}
    }

    /** The first step. An unknown login is answered as a wrong password is, after as long. */
    public Answer tellPassword(String typed, String password, ReturnAddress destination, Origin origin) {
        var login = Account.login(typed);
        var wait = gate.tryLogin(login, origin);
        if (wait.isPositive()) {
            refuse(login, TOO_MANY_TRIES, origin);
            return new Answer.Wait(wait);
        }
        var account = accounts.findByLogin(login).filter(Account::isActive);
        var proofs = account.map(known -> accounts.proofs(known.id()));
        if (!passwords.matches(password, proofs.flatMap(PostgresAccounts.Proofs::password))) {
            refuse(login, account.isPresent() ? WRONG_PASSWORD : UNKNOWN_LOGIN, origin);
            return new Answer.Wrong();
        }
        gate.passLogin(login, origin);
        var secret = begin(account.orElseThrow().id(), destination);
        return proofs.orElseThrow().codeKey().isPresent()
                ? new Answer.CodeAsked(secret)
                : new Answer.CodesMissing(secret);
    }

    /** The one step of those whose device keeps a key. */
    public Answer tellPasskey(String answer, ReturnAddress destination, Origin origin) {
        var wait = gate.tryPasskey(origin);
        if (wait.isPositive()) {
            return new Answer.Wait(wait);
        }
        var account = passkeys.holder(answer).filter(Account::isActive);
        if (account.isEmpty()) {
            refuse("", WRONG_PASSKEY, origin);
            return new Answer.Wrong();
        }
        gate.passPasskey(origin);
        return sessions.open(ProvenIdentity.of(account.get(), Road.PASSKEY), origin) instanceof Opening.Opened opened
                ? new Answer.In(opened.secret(), destination)
                : new Answer.Over();
    }

    /** The second step. */
    public Answer tellCode(Secret secret, String code, Origin origin) {
        var now = clock.instant();
        var pending = logins.find(secret, now);
        if (pending.isEmpty()) {
            return new Answer.Over();
        }
        var account = accounts.find(pending.get().account()).orElseThrow();
        var wait = gate.tryCode(account.id(), origin);
        if (wait.isPositive()) {
            refuse(account.login(), TOO_MANY_TRIES, origin);
            return new Answer.Wait(wait);
        }
        if (!codes.use(account.id(), code) && !logins.useMailedCode(secret, mailed(code), now)) {
            refuse(account.login(), WRONG_CODE, origin);
            return new Answer.Wrong();
        }
        gate.passCode(account.id(), origin);
        return letIn(secret, pending.get(), account, origin);
    }

    /**
     * A code for whoever waits without their application, to be sent to them; empty when they have no mail address, or
     * had too many.
     */
    public Optional<MailedCode> mailCode(Secret secret) {
        var account = waiting(secret);
        var mail = account.flatMap(Account::mail);
        if (mail.isEmpty() || gate.tryLetter(account.orElseThrow().id()).isPositive()) {
            return Optional.empty();
        }
        var code = String.format(Locale.ROOT, "%08d", random.nextInt(CODES));
        logins.keepMailedCode(secret, mailed(code), clock.instant().plus(PATIENCE));
        return Optional.of(new MailedCode(mail.get(), code));
    }

    /** A one-time code on its way to somebody's mail address. */
    public record MailedCode(String mail, String code) {}

    // Eight digits can be guessed from their hash: the server's key is in the mark.
    private byte[] mailed(String code) {
        return key.mark("mailed code " + Codes.plain(code));
    }

    /** Whose login this is, while it lasts. */
    Optional<Account> waiting(Secret secret) {
        return logins.find(secret, clock.instant()).flatMap(pending -> accounts.find(pending.account()));
    }

    /** Begins a login whose first step was done elsewhere. */
    Secret begin(AccountId account, ReturnAddress destination) {
        var now = clock.instant();
        var secret = Secret.random(random);
        logins.add(secret, new Pending(account, destination), now, now.plus(PATIENCE));
        return secret;
    }

    /** The key offered to a waiting login whose account has no one-time codes yet; the same each time it is asked. */
    public Optional<CodeOffer> offer(Secret secret) {
        var account = waiting(secret)
                .filter(waiting -> accounts.proofs(waiting.id()).codeKey().isEmpty());
        if (account.isEmpty()) {
            return Optional.empty();
        }
        logins.offer(secret, key.seal(CodeKey.random(random).bytes()));
        return logins.offered(secret)
                .map(kept ->
                        new CodeOffer(new CodeKey(key.open(kept)), account.get().login()));
    }

    /** The step that sets up one-time codes: a right one shows that the application has the key. */
    public Answer takeOffer(Secret secret, String code, Origin origin) {
        var offer = offer(secret);
        if (offer.isEmpty()) {
            return new Answer.Over();
        }
        if (offer.get().key().stepOf(Codes.plain(code), clock.instant()).isEmpty()) {
            return new Answer.Wrong();
        }
        accounts.keepCodeKey(
                waiting(secret).orElseThrow().id(), key.seal(offer.get().key().bytes()));
        return tellCode(secret, code, origin);
    }

    private Answer letIn(Secret secret, Pending pending, Account account, Origin origin) {
        if (!logins.remove(secret)) {
            return new Answer.Over();
        }
        return sessions.open(ProvenIdentity.of(account, Road.LOCAL), origin) instanceof Opening.Opened opened
                ? new Answer.In(opened.secret(), pending.destination())
                : new Answer.Over();
    }

    private void refuse(String login, AccessEvent.Refusal refusal, Origin origin) {
        announcing.publishEvent(new AccessEvent.LoginRefused(login, refusal, origin, clock.instant()));
    }
}
