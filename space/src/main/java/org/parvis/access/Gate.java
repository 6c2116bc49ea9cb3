package org.parvis.access;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses: wrong tries on one account, and from one address, make the next ones wait. */
@Component
final class Gate {

    // Nobody is to fill somebody's mailbox.
    private static final Backoff LETTERS = new Backoff(3, Duration.ofHours(1));

    private final PostgresTries tries;
    private final Backoff account;
    private final Backoff address;
    private final InstantSource clock;

    Gate(PostgresTries tries, AccessSettings settings, InstantSource clock) {
        this.tries = tries;
        this.account = new Backoff(settings.accountTries(), settings.longestWait());
        this.address = new Backoff(settings.addressTries(), settings.longestWait());
        this.clock = clock;
    }

    /** How long a password for this login has to wait, whether or not there is such an account. */
    Duration tryLogin(String login, Origin origin) {
        return take("login " + login, origin);
    }

    void passLogin(String login, Origin origin) {
        pass("login " + login, origin);
    }

    Duration tryCode(AccountId id, Origin origin) {
        return take("code " + id, origin);
    }

    void passCode(AccountId id, Origin origin) {
        pass("code " + id, origin);
    }

    /** How long the next code that a patient showed has to wait, for this professional. */
    Duration tryVisit(String person, Origin origin) {
        return take("visit " + person, origin);
    }

    void passVisit(String person, Origin origin) {
        pass("visit " + person, origin);
    }

    Duration tryRecordCode(AccountId id, Origin origin) {
        return take("record code " + id, origin);
    }

    void passRecordCode(AccountId id, Origin origin) {
        pass("record code " + id, origin);
    }

    Duration tryPasskey(Origin origin) {
        return tries.take("address " + origin.address(), address, clock.instant());
    }

    void passPasskey(Origin origin) {
        tries.giveBack("address " + origin.address());
    }

    /** How long the next letter with a code or a link has to wait. */
    Duration tryLetter(AccountId id) {
        return tries.take("letter " + id, LETTERS, clock.instant());
    }

    private Duration take(String subject, Origin origin) {
        var wait = tries.take("address " + origin.address(), address, clock.instant());
        return wait.isPositive() ? wait : tries.take(subject, account, clock.instant());
    }

    private void pass(String subject, Origin origin) {
        tries.giveBack("address " + origin.address());
        tries.forget(subject);
    }
}
