package org.parvis.authority;

import java.time.Instant;
import java.util.Optional;

/**
 * What a secret that software shows stands for.
 *
 * @param delegation empty when the software acts for its structure
 * @param used whether it has served, when it may serve once only
 */
record Token(
        Kind kind,
        String software,
        Optional<Delegation> delegation,
        Scopes scopes,
        Instant issuedAt,
        Instant expiresAt,
        boolean used) {

    /** What it is shown for. */
    enum Kind {
        /** Once, to have the others. */
        CODE,
        /** At the store's doors. */
        ACCESS,
        /** Once, to have the next ones. */
        REFRESH
    }

    static Token fresh(
            Kind kind,
            String software,
            Optional<Delegation> delegation,
            Scopes scopes,
            Instant issuedAt,
            Instant expiresAt) {
        return new Token(kind, software, delegation, scopes, issuedAt, expiresAt, false);
    }

    boolean hasEndedAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
