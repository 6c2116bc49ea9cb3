package org.parvis.call;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A hospital's software, which opens records in this space by calls that it signs. */
public final class CallingSoftware {

    static final String ID = "dossier-baie";
    static final String NAME = "Dossier de l’hôpital de la Baie";
    static final String SITE = "https://dossier.exemple.fr";
    static final ECKey KEY = key();

    private CallingSoftware() {}

    /** What a server is told to believe its calls. */
    public static List<String> settings(Path folder) {
        var file = folder.resolve("dossier-baie.jwk");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, KEY.toPublicJWK().toJSONString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of(
                "--parvis.calls.software[0].id=" + ID,
                "--parvis.calls.software[0].name=" + NAME,
                "--parvis.calls.software[0].key=" + file,
                "--parvis.calls.software[0].returns[0]=" + SITE);
    }

    /** A call for Dr Leclerc to Jeanne's record, with something about it changed. */
    static String call(Instant now, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(JWSAlgorithm.ES256, signer(KEY), now, change);
    }

    static String signed(
            JWSAlgorithm algorithm, JWSSigner signer, Instant now, UnaryOperator<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ID)
                .audience("parvis")
                .subject("https://rpps.esante.gouv.fr|10101201234")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("patient", "urn:oid:1.2.250.1.213.1.4.10|261034410900123")
                .claim("back", SITE + "/patients/42");
        var token = new SignedJWT(new JWSHeader(algorithm), change.apply(claims).build());
        try {
            token.sign(signer);
        } catch (JOSEException failure) {
            throw new AssertionError(failure);
        }
        return token.serialize();
    }

    static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException failure) {
            throw new AssertionError(failure);
        }
    }

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException failure) {
            throw new AssertionError(failure);
        }
    }
}
