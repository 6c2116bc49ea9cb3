package org.parvis.access;

import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Checks one-time codes: each serves once. */
@Component
final class Codes {

    private final PostgresAccounts accounts;
    private final ServerKey key;
    private final InstantSource clock;

    Codes(PostgresAccounts accounts, ServerKey key, InstantSource clock) {
        this.accounts = accounts;
        this.key = key;
        this.clock = clock;
    }

    /** Whether this is a code of the account's application that had not served yet; from now on it has. */
    boolean use(AccountId account, String typed) {
        var sealed = accounts.proofs(account).codeKey();
        if (sealed.isEmpty()) {
            return false;
        }
        var step = new CodeKey(key.open(sealed.get())).stepOf(plain(typed), clock.instant());
        return step.isPresent() && accounts.useCode(account, step.getAsLong());
    }

    /** A code as it is compared: people type the space that their application shows. */
    static String plain(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
