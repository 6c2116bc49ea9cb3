package org.parvis.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.parvis.access.ServerKey;
import org.parvis.database.Schema;

/**
 * The keys with which this server signs who somebody is. A new one is made every ninety days and published a day before it
 * signs, so that whoever keeps the published keys for a while knows it by then; all servers of a database use the same.
 */
final class SigningKeys {

    static final Duration LIFE = Duration.ofDays(90);
    static final Duration NOTICE = Duration.ofDays(1);

    /** How many are kept: the next one, the one in use, and the one before, for what it signed last. */
    private static final int KEPT = 3;

    private static final int BITS = 2048;

    private final Schema schema;
    private final ServerKey sealing;
    private final InstantSource clock;

    SigningKeys(Schema schema, ServerKey sealing, InstantSource clock) {
        this.schema = schema;
        this.sealing = sealing;
        this.clock = clock;
    }

    private record Made(RSAKey key, Instant at) {}

    /** The key that signs now: the newest that has been published long enough, or the only one. */
    RSAKey current() {
        var kept = kept();
        var known = clock.instant().minus(NOTICE);
        return kept.stream()
                .filter(made -> !made.at.isAfter(known))
                .max(Comparator.comparing(Made::at))
                .orElseGet(kept::getFirst)
                .key;
    }

    /** Those by which signatures are checked. */
    JWKSet published() {
        return new JWKSet(
                        kept().stream().<JWK>map(made -> made.key.toPublicJWK()).toList())
                .toPublicJWKSet();
    }

    /** From the oldest to the newest; a new one is made when the newest has signed for its time. */
    private List<Made> kept() {
        var kept = read();
        if (kept.isEmpty() || kept.getLast().at.plus(LIFE).isBefore(clock.instant())) {
            add(kept);
            return read();
        }
        return kept;
    }

    private List<Made> read() {
        return new ArrayList<>(schema.sql()
                .sql("select * from authority.signing_key order by made_at desc, id limit :kept")
                .param("kept", KEPT)
                .query((row, _) -> new Made(opened(row.getBytes("sealed")), Schema.moment(row, "made_at")))
                .list()
                .reversed());
    }

    // Of two servers that come here at once, the second finds other keys than it knew, and makes none.
    private void add(List<Made> known) {
        schema.transactions().executeWithoutResult(_ -> {
            schema.sql()
                    .sql("lock table authority.signing_key in share row exclusive mode")
                    .update();
            if (!read().equals(known)) {
                return;
            }
            var key = fresh();
            schema.sql()
                    .sql("insert into authority.signing_key (id, sealed, made_at) values (:id, :sealed, :at)")
                    .param("id", key.getKeyID())
                    .param("sealed", sealing.seal(key.toJSONString().getBytes(UTF_8)))
                    .param("at", Schema.moment(clock.instant()))
                    .update();
        });
    }

    private RSAKey opened(byte[] sealed) {
        try {
            return RSAKey.parse(new String(sealing.open(sealed), UTF_8));
        } catch (ParseException broken) {
            throw new IllegalStateException("A kept key is no key", broken);
        }
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException everyJvmCan) {
            throw new IllegalStateException(everyJvmCan);
        }
    }
}
