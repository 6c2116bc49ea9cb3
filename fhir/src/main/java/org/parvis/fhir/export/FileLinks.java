package org.parvis.fhir.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the addresses of files, so that whoever holds one may fetch the file until it expires, and nobody can make one. */
final class FileLinks {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    FileLinks(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The address of a file below the base.
     *
     * @param expires seconds since 1970 UTC
     */
    String address(String job, String file, long expires) {
        return "$export/%s/%s?expires=%d&signature=%s".formatted(job, file, expires, signature(job, file, expires));
    }

    /** Whether this server signed the address. */
    boolean isSigned(String job, String file, long expires, String signature) {
        return MessageDigest.isEqual(signature(job, file, expires).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    private String signature(String job, String file, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = mac.doFinal("%s/%s/%d".formatted(job, file, expires).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
