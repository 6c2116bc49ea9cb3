package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.authority.KeyRing.Made;

class KeyRingTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SPRING = NEW_YEAR.plus(KeyRing.LIFE);
    private static final RSAKey FIRST = key("first");
    private static final RSAKey SECOND = key("second");

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    private static KeyRing ring(Made... keys) {
        return new KeyRing(Arrays.asList(keys));
    }

    @Nested
    class ANewKey {
        @Test
        void isDueWhenThereIsNone() {
            assertThat(ring().isDue(NEW_YEAR)).isTrue();
        }

        @Test
        void isDueWhenTheNewestHasServedItsTime() {
            var ring = ring(new Made(FIRST, NEW_YEAR));

            assertThat(ring.isDue(SPRING.minusSeconds(1))).isFalse();
            assertThat(ring.isDue(SPRING.plusSeconds(1))).isTrue();
        }

        @Test
        void signsAtOnceWhenItIsTheOnlyOne() {
            assertThat(ring(new Made(FIRST, NEW_YEAR)).signing(NEW_YEAR)).isEqualTo(FIRST);
        }

        @Test
        void signsOnceItWasAnnouncedForADay() {
            var ring = ring(new Made(FIRST, NEW_YEAR), new Made(SECOND, SPRING));

            assertThat(ring.signing(SPRING.plus(Duration.ofHours(23)))).isEqualTo(FIRST);
            assertThat(ring.signing(SPRING.plus(Duration.ofHours(24)))).isEqualTo(SECOND);
        }
    }

    @Nested
    class ThePublishedKeys {
        @Test
        void holdTheLastOneTooAndNoPrivatePart() {
            var published =
                    ring(new Made(FIRST, NEW_YEAR), new Made(SECOND, SPRING)).published();

            assertThat(published.getKeys()).containsExactly(FIRST.toPublicJWK(), SECOND.toPublicJWK());
        }
    }
}
