package org.parvis.certificates;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What tells a certificate from all others: the SHA-256 of its bytes.
 *
 * @param text as people compare it: pairs of hexadecimal figures
 */
public record Fingerprint(String text) {

    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    public static Fingerprint of(X509Certificate certificate) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(PAIRS.formatHex(hash));
        } catch (NoSuchAlgorithmException | CertificateEncodingException everyCertificateHasIt) {
            throw new IllegalStateException(everyCertificateHasIt);
        }
    }

    /** As tokens carry it ({@code x5t#S256}, RFC 8705). */
    public String thumbprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(PAIRS.parseHex(text));
    }
}
