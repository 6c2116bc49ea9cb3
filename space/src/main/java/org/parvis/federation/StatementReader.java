package org.parvis.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.parvis.certificates.Fingerprint;
import org.parvis.federation.NetworkAnswer.Reason;

/** Reads what a gateway signs (JWT), and believes it by the certificate alone that the gateway shows. */
final class StatementReader {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final String audience;

    /**
     * @param audience the name of this space, which no other space uses
     */
    StatementReader(String audience) {
        this.audience = audience;
    }

    /** A statement that can be believed, or why not. */
    sealed interface Reading {

        record Believed(Statement statement) implements Reading {}

        record Doubted(Reason reason) implements Reading {}
    }

    /**
     * Reads a statement.
     *
     * @param issuer of the establishment's own identifiers
     */
    Reading read(String token, X509Certificate certificate, String issuer, Instant now) {
        try {
            var signed = SignedJWT.parse(token);
            if (!isSignedBy(certificate, signed)) {
                return new Reading.Doubted(Reason.ALTERED);
            }
            var claims = signed.getJWTClaimsSet();
            if (!claims.getAudience().contains(audience)) {
                return new Reading.Doubted(Reason.OTHER_SPACE);
            }
            return isInTime(claims, now) ? statement(claims, issuer) : new Reading.Doubted(Reason.OUT_OF_TIME);
        } catch (ParseException broken) {
            return new Reading.Doubted(Reason.UNREADABLE);
        }
    }

    // RFC 8705: the statement names the certificate, so that no other connection can bring it.
    private static boolean isSignedBy(X509Certificate certificate, SignedJWT token) {
        var header = token.getHeader();
        var named = header.getX509CertSHA256Thumbprint();
        try {
            return ALGORITHMS.contains(header.getAlgorithm())
                    && named != null
                    && named.toString().equals(Fingerprint.of(certificate).thumbprint())
                    && token.verify(
                            new DefaultJWSVerifierFactory().createJWSVerifier(header, certificate.getPublicKey()));
        } catch (JOSEException otherKind) {
            return false;
        }
    }

    private static boolean isInTime(JWTClaimsSet claims, Instant now) {
        if (claims.getIssueTime() == null || claims.getExpirationTime() == null) {
            return false;
        }
        var made = claims.getIssueTime().toInstant();
        var ends = claims.getExpirationTime().toInstant();
        return !made.isAfter(now.plus(SKEW)) && ends.isAfter(now.minus(SKEW)) && !ends.isAfter(made.plus(LONGEST));
    }

    private static Reading statement(JWTClaimsSet claims, String issuer) throws ParseException {
        var subject = text(claims, "sub");
        var family = text(claims, "family_name");
        var role = text(claims, "role");
        if (Stream.of(text(claims, "jti"), subject, family).anyMatch(String::isEmpty)) {
            return new Reading.Doubted(Reason.UNREADABLE);
        }
        var member = Member.of(issuer, subject, family, text(claims, "given_name"), text(claims, "rpps"));
        return Directory.FAMILIES.contains(role)
                ? new Reading.Believed(new Statement(
                        claims.getJWTID(),
                        member,
                        role,
                        claims.getExpirationTime().toInstant()))
                : new Reading.Doubted(Reason.UNKNOWN_ROLE);
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        return Objects.requireNonNullElse(claims.getStringClaim(name), "").strip();
    }
}
