package org.parvis.access;

import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Keeps passwords as slow hashes (bcrypt) of the server's mark of them: a stolen database alone cannot even be guessed at. */
final class Passwords {

    private static final int COST = 12;
    // Hashing is made to be slow: a storm of logins must not take the cores from those who are in.
    private static final int AT_ONCE = 2;

    private final BCryptPasswordEncoder hashing = new BCryptPasswordEncoder(COST);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final ServerKey key;
    private final String nobodys;

    Passwords(ServerKey key) {
        this.key = key;
        this.nobodys = hash("");
    }

    String hash(String password) {
        return slowly(() -> hashing.encode(marked(password)));
    }

    /** Whether the password is the one of this hash. Without a hash it is not, after as long. */
    boolean matches(String password, Optional<String> hash) {
        boolean matches = slowly(() -> hashing.matches(marked(password), hash.orElse(nobodys)));
        return matches && hash.isPresent();
    }

    // bcrypt reads 72 bytes; the mark is 44 long, whatever the password.
    private String marked(String password) {
        return Base64.getEncoder().encodeToString(key.mark(password));
    }

    private <T> T slowly(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
