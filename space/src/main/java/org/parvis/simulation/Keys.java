package org.parvis.simulation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's keys, the newest first: it signs with that one, and publishes those before until they are retired. */
final class Keys {

    private static final int BITS = 2048;

    private final List<RSAKey> keys = new CopyOnWriteArrayList<>(List.of(fresh()));

    RSAKey newest() {
        return keys.getFirst();
    }

    void rotate() {
        keys.add(0, fresh());
    }

    JWKSet published() {
        return new JWKSet(List.<JWK>copyOf(keys)).toPublicJWKSet();
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
