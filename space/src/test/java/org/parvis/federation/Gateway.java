package org.parvis.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.parvis.certificates.Declared.Use;
import org.parvis.certificates.Fingerprint;
import org.parvis.certificates.TestAuthority;
import org.parvis.certificates.TestAuthority.Holder;
import org.parvis.certificates.TestRegister;

/** The gateway of an establishment's network, as its maker would write it. */
final class Gateway {

    static final String FINESS = "590000666";
    static final String HOSPITAL = "CH du Réseau";

    private Gateway() {}

    static void isDeclared() {
        TestRegister.declare(Holder.GATEWAY, Use.GATEWAY, FINESS, HOSPITAL);
    }

    /** What it states of a nurse, as it should be. */
    static JWTClaimsSet.Builder nurse() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .audience("parvis")
                .jwtID(UUID.randomUUID().toString())
                .subject("odubois")
                .claim("family_name", "DUBOIS")
                .claim("given_name", "Odile")
                .claim("role", "nurse")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, Holder.GATEWAY, Holder.GATEWAY);
    }

    /** Signed by the key of one, and naming the certificate of another. */
    static String signed(JWTClaimsSet.Builder claims, Holder signer, Holder named) {
        try {
            var thumbprint = Fingerprint.of(TestAuthority.certificate(named)).thumbprint();
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .x509CertSHA256Thumbprint(new Base64URL(thumbprint))
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new ECDSASigner((ECPrivateKey) TestAuthority.key(signer)));
            return token.serialize();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    static HttpResponse<String> announce(String statement) {
        return announce(Holder.GATEWAY, statement);
    }

    static HttpResponse<String> announce(Holder holder, String statement) {
        try {
            return TestAuthority.send(
                    holder,
                    HttpRequest.newBuilder(TestAuthority.at("/passerelle/annonces"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "declaration=" + URLEncoder.encode(statement, StandardCharsets.UTF_8))));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The address at which the person of this statement comes in. */
    static String pass(String statement) {
        var answer = announce(statement);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return Claims.json(answer.body()).path("address").asText().replaceFirst("https?://[^/]+", "");
    }
}
