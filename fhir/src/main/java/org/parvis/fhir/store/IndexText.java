package org.parvis.fhir.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Texts as index rows hold them. PostgreSQL refuses b-tree keys over 2,700 bytes, so a longer text keeps its beginning
 * and the SHA-256 of the whole: equality stays exact, and so does any prefix of up to 400 characters.
 */
public final class IndexText {

    private static final int WHOLE = 500;
    private static final int KEPT = 400;

    private IndexText() {}

    /** This text as stored and as asked. */
    public static String cut(String text) {
        if (text.length() <= WHOLE) {
            return withoutNul(text);
        }
        return withoutNul(text.substring(0, KEPT)) + "#" + sha256(text);
    }

    // PostgreSQL's text type has no U+0000; FHIR strings should have none either.
    private static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
