package org.parvis.simulation;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.Optional;

/**
 * Software that relies on a simulated provider.
 *
 * @param secret its password; empty when it signs instead
 * @param keys by which its signatures are checked; empty when it has a secret
 * @param signedUserInfo whether it is told of persons in a signed token instead of plain JSON
 * @param backChannel where it is told that a session has ended
 */
public record Client(
        String id, Optional<String> secret, JWKSet keys, boolean signedUserInfo, Optional<URI> backChannel) {

    public static Client withSecret(String id, String secret) {
        return new Client(id, Optional.of(secret), new JWKSet(), false, Optional.empty());
    }

    public static Client withKeys(String id, JWKSet keys) {
        return new Client(id, Optional.empty(), keys.toPublicJWKSet(), false, Optional.empty());
    }

    public Client toldInSignedTokens() {
        return new Client(id, secret, keys, true, backChannel);
    }

    public Client toldOfEndsAt(URI address) {
        return new Client(id, secret, keys, signedUserInfo, Optional.of(address));
    }
}
