package org.parvis.fhir.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.outcome.Refusal;

/**
 * The state of a page, kept in its link: the keys with which the page before ended. It is sealed with the query it
 * belongs to, since keys can be names and dates of patients, and since a key of one query means nothing in another.
 */
public final class PageLinks {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public PageLinks(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Seals keys into the text of a link. */
    public String seal(List<@Nullable String> keys, String query) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, query, written(keys));
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * Opens what {@link #seal} made for the same query.
     *
     * @throws Refusal 400 when it was not
     */
    public List<@Nullable String> open(String link, String query) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(link);
            if (all.length > NONCE) {
                byte[] sealed = Arrays.copyOfRange(all, NONCE, all.length);
                return read(apply(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), query, sealed));
            }
        } catch (IllegalArgumentException e) {
            // Said below: not base64, or not sealed for this query.
        }
        throw Refusal.invalid("The page link belongs to another search, or was changed.", null);
    }

    private byte[] apply(int mode, byte[] nonce, String query, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(query.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] written(List<@Nullable String> keys) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(keys.size());
            for (String value : keys) {
                out.writeBoolean(value != null);
                if (value != null) {
                    out.writeUTF(value);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static List<@Nullable String> read(byte[] written) {
        var keys = new ArrayList<@Nullable String>();
        try (var in = new DataInputStream(new ByteArrayInputStream(written))) {
            int size = in.readByte();
            for (int i = 0; i < size; i++) {
                keys.add(in.readBoolean() ? in.readUTF() : null);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        return keys;
    }
}
