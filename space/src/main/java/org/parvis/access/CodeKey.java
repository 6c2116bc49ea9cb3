package org.parvis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that a person's application shares with Parvis, and from which both make one-time codes (RFC 6238, TOTP). */
public final class CodeKey {

    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MILLION = 1_000_000;
    // A phone's clock may be half a minute off (RFC 6238, section 5.2).
    private static final int STEPS_OFF = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;

    private final byte[] bytes;

    CodeKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static CodeKey random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new CodeKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The code of this moment: six digits. */
    public String code(Instant now) {
        return code(step(now));
    }

    /** The time step whose code this is, now or a step before or after; empty when it is none of theirs. */
    OptionalLong stepOf(String code, Instant now) {
        return LongStream.rangeClosed(step(now) - STEPS_OFF, step(now) + STEPS_OFF)
                .filter(step -> code(step).equals(code))
                .findFirst();
    }

    /** The key as one types it, in groups of four. */
    public String text() {
        return base32().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The key as an application reads it from a picture. */
    String address(String login) {
        var account = URLEncoder.encode(login, UTF_8).replace("+", "%20");
        return "otpauth://totp/Parvis:%s?secret=%s&issuer=Parvis".formatted(account, base32());
    }

    private String base32() {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = (buffer << Byte.SIZE) | Byte.toUnsignedInt(each);
            for (bits += Byte.SIZE; bits >= BASE32_BITS; bits -= BASE32_BITS) {
                text.append(BASE32.charAt((buffer >> (bits - BASE32_BITS)) & (BASE32.length() - 1)));
            }
        }
        return text.toString();
    }

    private static long step(Instant now) {
        return now.getEpochSecond() / STEP_SECONDS;
    }

    /** HOTP of this step (RFC 4226, section 5.3). */
    private String code(long step) {
        var hash = ByteBuffer.wrap(
                hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
        int offset = hash.get(hash.limit() - 1) & 0xf;
        return String.format(Locale.ROOT, "%06d", (hash.getInt(offset) & Integer.MAX_VALUE) % MILLION);
    }

    private byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
