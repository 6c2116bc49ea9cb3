package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.parvis.simulation.Minting;

/** Ways to make a token that must not be believed. */
final class WrongTokens {

    private static final String UNVERIFIED = "n’a pas pu être vérifiée";

    private WrongTokens() {}

    /** One of them, and what whoever comes with it is told. */
    record Wrong(String name, Minting minting, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> all() {
        return Stream.of(
                new Wrong("not signed", (claims, _, _) -> new PlainJWT(claims).serialize(), UNVERIFIED),
                new Wrong("signed with the public key as a secret", WrongTokens::confused, UNVERIFIED),
                new Wrong("signed with another key of the same name", WrongTokens::forged, UNVERIFIED),
                new Wrong("too old", at(Duration.ofMinutes(-10)), UNVERIFIED),
                new Wrong("from the future", at(Duration.ofMinutes(10)), UNVERIFIED),
                new Wrong("for other software", changed(claims -> claims.audience("autre")), UNVERIFIED),
                new Wrong(
                        "by another issuer", changed(claims -> claims.issuer("https://ailleurs.example")), UNVERIFIED),
                new Wrong("for another login", changed(claims -> claims.claim("nonce", "autre")), UNVERIFIED),
                new Wrong("about somebody else", changed(claims -> claims.subject("f:1:autre")), UNVERIFIED),
                new Wrong("of a weak login", changed(claims -> claims.claim("acr", "eidas0")), "assez sûr"));
    }

    /** As a provider makes them whose clock is wrong by this much. */
    static Minting at(Duration shift) {
        return (claims, key, type) -> Minting.signed(
                new JWTClaimsSet.Builder(claims)
                        .issueTime(shifted(claims.getIssueTime(), shift))
                        .expirationTime(shifted(claims.getExpirationTime(), shift))
                        .build(),
                key,
                type);
    }

    private static Date shifted(Date time, Duration shift) {
        return Date.from(time.toInstant().plus(shift));
    }

    private static Minting changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return (claims, key, type) ->
                Minting.signed(change.apply(new JWTClaimsSet.Builder(claims)).build(), key, type);
    }

    private static String confused(JWTClaimsSet claims, RSAKey key, String type) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(UTF_8)));
            return token.serialize();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String forged(JWTClaimsSet claims, RSAKey key, String type) {
        try {
            return Minting.signed(
                    claims, new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate(), type);
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }
}
