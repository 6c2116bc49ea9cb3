package org.parvis.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.UUID;
import org.parvis.access.ServerKey;
import org.parvis.authority.KeyRing.Made;
import org.parvis.database.Schema;

/** Where the keys are kept with which this server signs, sealed: all servers of a database use the same, and it alone opens none. */
final class SigningKeys {

    private static final int BITS = 2048;

    private final Schema schema;
    private final ServerKey sealing;
    private final InstantSource clock;

    SigningKeys(Schema schema, ServerKey sealing, InstantSource clock) {
        this.schema = schema;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** The key that signs now. */
    RSAKey current() {
        return ring().signing(clock.instant());
    }

    /** Those by which signatures are checked. */
    JWKSet published() {
        return ring().published();
    }

    private KeyRing ring() {
        var ring = read();
        return ring.isDue(clock.instant()) ? renewed(ring) : ring;
    }

    // Of two servers that come here at once, the second finds other keys than it knew, and makes none.
    private KeyRing renewed(KeyRing known) {
        schema.transactions().executeWithoutResult(_ -> {
            schema.sql()
                    .sql("lock table authority.signing_key in share row exclusive mode")
                    .update();
            if (read().equals(known)) {
                add(fresh());
            }
        });
        return read();
    }

    private KeyRing read() {
        return new KeyRing(schema.sql()
                .sql("select * from authority.signing_key order by made_at desc limit :size")
                .param("size", KeyRing.SIZE)
                .query((row, _) -> new Made(opened(row.getBytes("sealed")), Schema.moment(row, "made_at")))
                .list());
    }

    private void add(RSAKey key) {
        schema.sql()
                .sql("insert into authority.signing_key (id, sealed, made_at) values (:id, :sealed, :at)")
                .param("id", key.getKeyID())
                .param("sealed", sealing.seal(key.toJSONString().getBytes(UTF_8)))
                .param("at", Schema.moment(clock.instant()))
                .update();
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
