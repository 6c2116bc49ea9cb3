package org.parvis.access;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import org.parvis.database.Schema;
import org.springframework.stereotype.Component;

/**
 * What a device has to sign. A challenge carries its moment and the server's mark, so that asking keeps nothing; an answered one
 * is kept until it is too old, so that it is answered once.
 */
@Component
final class Challenges {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 16;
    private static final int HEAD_BYTES = Long.BYTES + RANDOM_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final ServerKey key;
    private final Schema schema;
    private final InstantSource clock;

    Challenges(ServerKey key, Schema accessSchema, InstantSource clock) {
        this.key = key;
        this.schema = accessSchema;
        this.clock = clock;
    }

    byte[] ask() {
        var salt = new byte[RANDOM_BYTES];
        random.nextBytes(salt);
        var head = ByteBuffer.allocate(HEAD_BYTES)
                .putLong(clock.instant().getEpochSecond())
                .put(salt)
                .array();
        var mark = mark(head);
        return ByteBuffer.allocate(HEAD_BYTES + mark.length).put(head).put(mark).array();
    }

    /** Whether this is a challenge of ours, recent and not answered yet; from now on it is. */
    boolean use(byte[] challenge) {
        if (challenge.length <= HEAD_BYTES) {
            return false;
        }
        var head = Arrays.copyOf(challenge, HEAD_BYTES);
        var mark = Arrays.copyOfRange(challenge, HEAD_BYTES, challenge.length);
        var endsAt = Instant.ofEpochSecond(ByteBuffer.wrap(head).getLong()).plus(PATIENCE);
        return MessageDigest.isEqual(mark, mark(head)) && clock.instant().isBefore(endsAt) && isFirst(head, endsAt);
    }

    private boolean isFirst(byte[] head, Instant endsAt) {
        schema.sql()
                .sql("delete from access.answered where ends_at < :now")
                .param("now", Schema.moment(clock.instant()))
                .update();
        return schema.sql()
                        .sql("""
                                insert into access.answered (challenge, ends_at) values (:challenge, :endsAt)
                                on conflict do nothing""")
                        .param("challenge", head)
                        .param("endsAt", Schema.moment(endsAt))
                        .update()
                == 1;
    }

    private byte[] mark(byte[] head) {
        return key.mark("challenge " + Base64.getEncoder().encodeToString(head));
    }
}
