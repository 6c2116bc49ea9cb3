package org.parvis.federation;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/** The keys with which this server proves to providers which software it is (OpenID Connect Core 9, private_key_jwt). */
final class OwnKeys {

    private final Map<String, RSAKey> byProvider = new HashMap<>();

    /** Reads the keys that are in files; a file that holds none stops the start. */
    OwnKeys(List<Provider> providers) {
        for (var provider : providers) {
            var file = provider.settings().privateKey();
            if (file != null) {
                byProvider.put(provider.key(), read(file));
            }
        }
    }

    /** The key for a provider to whom this server signs. */
    JWK of(ClientRegistration registration) {
        return requireNonNull(byProvider.get(registration.getRegistrationId()));
    }

    /** Whoever is told of the public part knows it by its thumbprint (RFC 7638). */
    static RSAKey read(Path file) {
        try {
            if (!(PemContent.load(file).getPrivateKey() instanceof RSAPrivateCrtKey key)) {
                throw new IllegalArgumentException("%s holds no RSA key".formatted(file));
            }
            var published = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new RSAKey.Builder((RSAPublicKey) published)
                    .privateKey(key)
                    .keyIDFromThumbprint()
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), unreadable);
        } catch (GeneralSecurityException | JOSEException broken) {
            throw new IllegalArgumentException("%s holds no RSA key".formatted(file), broken);
        }
    }
}
