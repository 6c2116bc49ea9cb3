package org.parvis.call;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.List;

/**
 * A software that people use beside this space, and whose calls are believed.
 *
 * @param key its public key: whoever holds the private one can call, and nobody here can
 */
record Software(String id, String name, JWK key, List<String> returns) {

    Software {
        returns = List.copyOf(returns);
        if (key.isPrivate()) {
            throw new IllegalArgumentException("The key of the software '%s' must be its public one".formatted(id));
        }
    }

    static Software registered(CallSettings.Registration registration) {
        try {
            var key = JWK.parse(Files.readString(registration.key()));
            return new Software(registration.id(), registration.name(), key, registration.returns());
        } catch (IOException missing) {
            throw new UncheckedIOException("The key of '%s' cannot be read".formatted(registration.id()), missing);
        } catch (ParseException broken) {
            throw new IllegalArgumentException("%s holds no JSON Web Key".formatted(registration.key()), broken);
        }
    }

    /** Whether this software signed it. The algorithm is the key's: a token does not choose how it is believed. */
    boolean hasSigned(SignedJWT token) {
        try {
            return token.getHeader().getAlgorithm().equals(algorithm()) && token.verify(verifier());
        } catch (JOSEException unusable) {
            return false;
        }
    }

    /** Whether a call may lead back to this address. */
    boolean mayReturnTo(String address) {
        try {
            var uri = new URI(address);
            return uri.getRawUserInfo() == null
                    && uri.getScheme() != null
                    && returns.contains(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (URISyntaxException broken) {
            return false;
        }
    }

    private JWSAlgorithm algorithm() {
        return key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
    }

    private JWSVerifier verifier() throws JOSEException {
        return switch (key) {
            case ECKey curve -> new ECDSAVerifier(curve);
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            default -> throw new JOSEException("Neither an elliptic curve nor RSA: " + key.getKeyType());
        };
    }
}
