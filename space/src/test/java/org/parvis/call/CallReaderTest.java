package org.parvis.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.call.CallAnswer.Reason;
import org.parvis.call.CallReader.Reading;
import org.parvis.call.CallReader.Reading.Believed;
import org.parvis.call.CallReader.Reading.Doubted;

class CallReaderTest {

    private static final Instant NOW = Instant.parse("2025-11-14T07:30:00Z");

    private final Software software = new Software(
            CallingSoftware.ID, CallingSoftware.NAME, CallingSoftware.KEY.toPublicJWK(), List.of(CallingSoftware.SITE));
    private final CallReader reader =
            new CallReader(List.of(software), "parvis", Duration.ofMinutes(2), Duration.ofSeconds(30));

    @Nested
    class ACallAsItShouldBe {
        @Test
        void isBelieved() {
            assertThat(read(NOW, claims -> claims.jwtID("1")))
                    .isEqualTo(new Believed(new Call(
                            software,
                            "1",
                            "https://rpps.esante.gouv.fr|10101201234",
                            "urn:oid:1.2.250.1.213.1.4.10|261034410900123",
                            Optional.of("https://dossier.exemple.fr/patients/42"),
                            NOW,
                            NOW.plusSeconds(60))));
        }

        @Test
        void mayLeadNowhere() {
            assertThat(read(NOW, claims -> claims.claim("back", null))).isInstanceOf(Believed.class);
        }
    }

    @Nested
    class AnAlteredCall {
        @Test
        void isRefusedWhenAnyLetterOfItChanged() {
            var parts = CallingSoftware.call(NOW, UnaryOperator.identity()).split("\\.", -1);
            var other = CallingSoftware.call(NOW, claims -> claims.claim("patient", "x|1"))
                    .split("\\.", -1);

            assertThat(reader.read(parts[0] + "." + other[1] + "." + parts[2], NOW))
                    .isEqualTo(new Doubted(Reason.ALTERED));
        }

        @Test
        void isRefusedWhenAnotherKeySignedIt() {
            var forged = CallingSoftware.signed(
                    JWSAlgorithm.ES256, CallingSoftware.signer(CallingSoftware.key()), NOW, UnaryOperator.identity());

            assertThat(reader.read(forged, NOW)).isEqualTo(new Doubted(Reason.ALTERED));
        }

        @Test
        void isRefusedWhenThePublicKeyServedAsASecret() throws JOSEException {
            var secret = new MACSigner(
                    CallingSoftware.KEY.toPublicJWK().toJSONString().getBytes(UTF_8));
            var confused = CallingSoftware.signed(JWSAlgorithm.HS256, secret, NOW, UnaryOperator.identity());

            assertThat(reader.read(confused, NOW)).isEqualTo(new Doubted(Reason.ALTERED));
        }

        @Test
        void isRefusedWithoutSignature() {
            var bare = new PlainJWT(new JWTClaimsSet.Builder()
                            .issuer(CallingSoftware.ID)
                            .build())
                    .serialize();

            assertThat(reader.read(bare, NOW)).isEqualTo(new Doubted(Reason.UNREADABLE));
        }
    }

    @Nested
    class ACallFromElsewhere {
        @Test
        void isRefused() {
            assertThat(read(NOW, claims -> claims.issuer("inconnu"))).isEqualTo(new Doubted(Reason.UNKNOWN_SOFTWARE));
            assertThat(read(NOW, claims -> claims.audience("autre-region"))).isEqualTo(new Doubted(Reason.OTHER_SPACE));
        }
    }

    @Nested
    class ACallOutOfTime {
        @Test
        void isRefusedOnceItHasEnded() {
            assertThat(read(NOW.plusSeconds(89), claims -> claims)).isInstanceOf(Believed.class);
            assertThat(read(NOW.plusSeconds(90), claims -> claims)).isEqualTo(new Doubted(Reason.EXPIRED));
        }

        @Test
        void isRefusedFromAClockThatIsAhead() {
            assertThat(read(NOW.minusSeconds(30), claims -> claims)).isInstanceOf(Believed.class);
            assertThat(read(NOW.minusSeconds(31), claims -> claims)).isEqualTo(new Doubted(Reason.TOO_EARLY));
        }

        @Test
        void isRefusedWhenItWouldLiveLong() {
            var tomorrow = Date.from(NOW.plus(1, ChronoUnit.DAYS));

            assertThat(read(NOW, claims -> claims.expirationTime(tomorrow))).isEqualTo(new Doubted(Reason.TOO_LONG));
        }
    }

    @Nested
    class AForeignReturn {
        @Test
        void isRefused() {
            assertThat(returning("https://dossier.exemple.fr.voleur.fr/"))
                    .isEqualTo(new Doubted(Reason.FOREIGN_RETURN));
            assertThat(returning("https://dossier.exemple.fr@voleur.fr/"))
                    .isEqualTo(new Doubted(Reason.FOREIGN_RETURN));
            assertThat(returning("http://dossier.exemple.fr/")).isEqualTo(new Doubted(Reason.FOREIGN_RETURN));
            assertThat(returning("javascript:alert(1)")).isEqualTo(new Doubted(Reason.FOREIGN_RETURN));
            assertThat(returning("/ailleurs")).isEqualTo(new Doubted(Reason.FOREIGN_RETURN));
        }

        private Reading returning(String address) {
            return read(NOW, claims -> claims.claim("back", address));
        }
    }

    @Nested
    class ABrokenCall {
        @Test
        void isRefused() {
            assertThat(reader.read("", NOW)).isEqualTo(new Doubted(Reason.UNREADABLE));
            assertThat(reader.read("x".repeat(5_000), NOW)).isEqualTo(new Doubted(Reason.UNREADABLE));
            assertThat(read(NOW, claims -> claims.jwtID(null))).isEqualTo(new Doubted(Reason.UNREADABLE));
        }
    }

    /** A call made at {@link #NOW}, read later or earlier. */
    private Reading read(Instant then, UnaryOperator<JWTClaimsSet.Builder> change) {
        return reader.read(CallingSoftware.call(NOW, change), then);
    }
}
