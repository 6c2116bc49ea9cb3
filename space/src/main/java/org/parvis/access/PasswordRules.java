package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Which passwords are refused: the short, the known, the obvious. No expiry and no composition
 * (NIST SP 800-63B, section 3.1.1.2; CNIL, délibération 2022-100).
 */
final class PasswordRules {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    private final Set<String> obvious = obvious();
    private final BreachedPasswords breached;

    PasswordRules(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** Why a password is refused. */
    enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        /** Anybody would try it first. */
        OBVIOUS,
        /** It was stolen elsewhere. */
        BREACHED
    }

    /** What is wrong with this password for this login; empty when it may be taken. */
    Optional<Weakness> weakness(String password, String login) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        if (isObvious(password.toLowerCase(Locale.ROOT), login)) {
            return Optional.of(Weakness.OBVIOUS);
        }
        return breached.hold(password) ? Optional.of(Weakness.BREACHED) : Optional.empty();
    }

    private boolean isObvious(String password, String login) {
        return obvious.contains(password)
                || password.chars().distinct().count() <= 3
                || password.contains(login)
                || login.contains(password);
    }

    private static Set<String> obvious() {
        try {
            return new ClassPathResource("access/obvious-passwords.txt")
                    .getContentAsString(UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
