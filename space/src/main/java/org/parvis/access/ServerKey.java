package org.parvis.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The server's own key, kept beside the database and never in it: who steals the one cannot read what the other seals. */
public final class ServerKey {

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Key sealing;
    private final Key marking;
    private final SecureRandom random;

    private ServerKey(byte[] key, SecureRandom random) {
        var root = new SecretKeySpec(key, "HmacSHA256");
        this.sealing = new SecretKeySpec(mac(root, "seal".getBytes(US_ASCII)), "AES");
        this.marking = new SecretKeySpec(mac(root, "mark".getBytes(US_ASCII)), "HmacSHA256");
        this.random = random;
    }

    /** The key of this file, which is made when there is none. */
    static ServerKey in(Path file, SecureRandom random) {
        try {
            if (Files.notExists(file)) {
                make(file, random);
            }
            return new ServerKey(Files.readAllBytes(file), random);
        } catch (IOException failure) {
            throw new UncheckedIOException("The server's key cannot be kept in " + file, failure);
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        var key = new byte[BYTES];
        random.nextBytes(key);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "key", "", ownerOnly);
        Files.write(whole, key);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** These bytes, readable and changeable by nobody without the key. */
    public byte[] seal(byte[] open) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return ByteBuffer.allocate(NONCE_BYTES + open.length + TAG_BITS / Byte.SIZE)
                .put(nonce)
                .put(cipher(Cipher.ENCRYPT_MODE, nonce, open))
                .array();
    }

    /** What was sealed. A changed seal is a fault. */
    public byte[] open(byte[] sealed) {
        var nonce = new byte[NONCE_BYTES];
        var rest = new byte[sealed.length - NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce).get(rest);
        return cipher(Cipher.DECRYPT_MODE, nonce, rest);
    }

    /** A mark of this text that nobody without the key can make. */
    byte[] mark(String text) {
        return mac(marking, text.getBytes(UTF_8));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("What is kept was sealed by another key than this server's", failure);
        }
    }

    private static byte[] mac(Key key, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
