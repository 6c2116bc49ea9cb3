package org.parvis.authority;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The keys with which this server signs: one that does, one that takes over from it, one that did and whose last words are still
 * about.
 *
 * @param keys from the oldest to the newest
 */
record KeyRing(List<Made> keys) {

    /** How long a key is the newest. */
    static final Duration LIFE = Duration.ofDays(90);

    /** How long a key is published before it signs: whoever keeps the published ones for a while knows it by then. */
    static final Duration NOTICE = Duration.ofDays(1);

    /** How many are kept. */
    static final int SIZE = 3;

    /** A key, and since when there is one. */
    record Made(RSAKey key, Instant at) {}

    KeyRing {
        keys = keys.stream().sorted(Comparator.comparing(Made::at)).toList();
    }

    /** Whether a new key is to be made. */
    boolean isDue(Instant now) {
        return keys.isEmpty() || keys.getLast().at.plus(LIFE).isBefore(now);
    }

    /** The one that signs: the newest that was announced in time, or the only one. */
    RSAKey signing(Instant now) {
        return keys.stream()
                .filter(made -> !made.at.plus(NOTICE).isAfter(now))
                .reduce((_, later) -> later)
                .orElseGet(keys::getFirst)
                .key;
    }

    /** What others check signatures by. */
    JWKSet published() {
        return new JWKSet(keys.stream().<JWK>map(made -> made.key.toPublicJWK()).toList());
    }
}
