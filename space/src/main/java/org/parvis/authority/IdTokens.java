package org.parvis.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.parvis.access.Road;
import org.parvis.access.SessionId;
import org.parvis.access.Visitor;

/** Signed words on who somebody is, for the application that they came to (OpenID Connect Core, 2). */
final class IdTokens {

    /** By which road somebody came in, as applications read it (acr). */
    static final String ACR = "urn:parvis:road:";

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final SigningKeys keys;
    private final InstantSource clock;

    IdTokens(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String of(Delegation delegation, Scopes scopes, Visitor person, String issuer) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(delegation.approval().software())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("auth_time", delegation.authenticatedAt().getEpochSecond())
                .claim("acr", acr(delegation.road()));
        delegation.nonce().ifPresent(nonce -> claims.claim("nonce", nonce));
        delegation.session().map(SessionId::toString).ifPresent(session -> claims.claim("sid", session));
        PersonClaims.of(delegation.approval(), scopes, person, issuer).forEach(claims::claim);
        return signed(claims.build());
    }

    /** The software for which this server signed a token, however long ago; empty when it did not. */
    Optional<String> software(String token) {
        try {
            var signed = SignedJWT.parse(token);
            var key = keys.published().getKeyByKeyId(signed.getHeader().getKeyID());
            return key instanceof RSAKey own
                            && signed.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                            && signed.verify(new RSASSAVerifier(own))
                    ? signed.getJWTClaimsSet().getAudience().stream().findFirst()
                    : Optional.empty();
        } catch (ParseException | JOSEException broken) {
            return Optional.empty();
        }
    }

    static String acr(Road road) {
        return ACR + road.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String signed(JWTClaimsSet claims) {
        var key = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("This server's own key does not sign", failure);
        }
        return token.serialize();
    }
}
