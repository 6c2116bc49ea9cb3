package org.parvis.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How software proves to a simulated provider which it is: by a secret, or by a signature.
 *
 * @param accepted the proofs that it takes, as OpenID Connect names them
 */
record ClientProof(String tokenAddress, String issuer, Grants grants, List<String> accepted) {

    private static final String BASIC = "Basic ";

    Optional<Client> client(Map<String, String> form, Optional<String> authorization) {
        var assertion = form.get("client_assertion");
        if (assertion != null) {
            return accepted.contains("private_key_jwt") ? signed(assertion) : Optional.empty();
        }
        if (form.containsKey("client_secret")) {
            return accepted.contains("client_secret_post")
                    ? named(new String[] {form.getOrDefault("client_id", ""), form.get("client_secret")})
                    : Optional.empty();
        }
        return authorization
                .filter(header -> header.startsWith(BASIC) && accepted.contains("client_secret_basic"))
                .flatMap(ClientProof::decoded)
                .flatMap(this::named);
    }

    private Optional<Client> named(String[] pair) {
        return grants.client(pair[0]).filter(client -> client.secret().equals(Optional.of(pair[1])));
    }

    private static Optional<String[]> decoded(String header) {
        var pair = new String(Base64.getDecoder().decode(header.substring(BASIC.length())), UTF_8).split(":", 2);
        return pair.length == 2
                ? Optional.of(new String[] {URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8)})
                : Optional.empty();
    }

    private Optional<Client> signed(String assertion) {
        try {
            var token = SignedJWT.parse(assertion);
            var claims = token.getJWTClaimsSet();
            return grants.client(claims.getIssuer())
                    .filter(client -> claims.getAudience().contains(tokenAddress)
                            || claims.getAudience().contains(issuer))
                    .filter(client -> isSignedBy(client, token));
        } catch (ParseException broken) {
            return Optional.empty();
        }
    }

    private static boolean isSignedBy(Client client, SignedJWT token) {
        var key = client.keys().getKeyByKeyId(token.getHeader().getKeyID());
        try {
            return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException broken) {
            return false;
        }
    }
}
