package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.access.PlainBrowser;
import org.parvis.certificates.TestAuthority.Holder;
import org.parvis.certificates.TestRegister;

/** Those at an establishment's workstations, whose gateway vouches for them. */
class NetworkTest {

    private final PlainBrowser browser = new PlainBrowser();

    @BeforeEach
    void declareTheGateway() {
        Gateway.isDeclared();
    }

    @Nested
    class ComingIn {

        @Test
        void needsNoCardWhereTheGatewayVouches() {
            comeIn();

            assertThat(browser.get("/").body()).contains("Odile DUBOIS", Gateway.HOSPITAL);
            assertThat(browser.get("/mes-sessions").body()).contains("Réseau de l’établissement");
        }

        @Test
        void isForOneBrowserOnce() {
            var pass = Gateway.pass(Gateway.signed(Gateway.nurse()));
            browser.get(pass);

            assertThat(new PlainBrowser().get(pass).statusCode()).isEqualTo(403);
        }

        @Test
        void leavesNoWayToBreakTheGlass() {
            comeIn();

            var refused = browser.submit("/mes-sessions", "/dossier/1/urgence", Map.of("motif", "urgence vitale"));

            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains("Ce dossier n’est pas accessible");
        }

        @Test
        void endsWhenTheCertificateIsWithdrawn() {
            comeIn();
            assertThat(browser.get("/mes-sessions").statusCode()).isEqualTo(200);

            TestRegister.withdraw(Holder.GATEWAY);

            assertThat(browser.get("/mes-sessions").statusCode()).isEqualTo(303);
        }

        private void comeIn() {
            browser.get(Gateway.pass(Gateway.signed(Gateway.nurse())));
            Traveller.accept(browser);
        }
    }

    @Nested
    class AStatement {

        /** One way to make it that must not be believed. */
        record Wrong(String error, UnaryOperator<JWTClaimsSet.Builder> change) {
            @Override
            public String toString() {
                return error;
            }
        }

        static Stream<Wrong> wrong() {
            return Stream.of(
                    new Wrong("other_space", claims -> claims.audience("ailleurs")),
                    new Wrong("out_of_time", claims -> at(claims, Duration.ofMinutes(-3))),
                    new Wrong("out_of_time", claims -> at(claims, Duration.ofMinutes(3))),
                    new Wrong(
                            "out_of_time",
                            claims -> claims.expirationTime(
                                    Date.from(Instant.now().plusSeconds(600)))),
                    new Wrong("unknown_role", claims -> claims.claim("role", "data-protection")),
                    new Wrong("unreadable", claims -> claims.subject(null)),
                    new Wrong("unreadable", claims -> claims.jwtID(null)));
        }

        private static JWTClaimsSet.Builder at(JWTClaimsSet.Builder claims, Duration shift) {
            var made = Instant.now().plus(shift);
            return claims.issueTime(Date.from(made)).expirationTime(Date.from(made.plusSeconds(60)));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void isRefusedThatIsWrong(Wrong wrong) {
            var answer = Gateway.announce(Gateway.signed(wrong.change().apply(Gateway.nurse())));

            assertRefused(answer.statusCode(), answer.body(), wrong.error());
        }

        @Test
        void isBelievedOnce() {
            var statement = Gateway.signed(Gateway.nurse());
            Gateway.pass(statement);

            var again = Gateway.announce(statement);

            assertRefused(again.statusCode(), again.body(), "replayed");
        }

        @Test
        void isBelievedByTheKeyOfTheCertificateAlone() {
            for (var forged : List.of(
                    Gateway.signed(Gateway.nurse(), Holder.SOFTWARE, Holder.GATEWAY),
                    Gateway.signed(Gateway.nurse(), Holder.GATEWAY, Holder.SOFTWARE))) {
                var answer = Gateway.announce(forged);

                assertRefused(answer.statusCode(), answer.body(), "altered");
            }
        }

        @Test
        void isNotBelievedOfAnybodyElse() {
            var statement = Gateway.signed(Gateway.nurse(), Holder.UNDECLARED, Holder.UNDECLARED);

            var answer = Gateway.announce(Holder.UNDECLARED, statement);

            assertRefused(answer.statusCode(), answer.body(), "unknown_gateway");
        }

        @Test
        void isNotHeardWithoutACertificate() {
            var answer = browser.post(
                    "/passerelle/annonces", Map.of("declaration", Gateway.signed(Gateway.nurse())), Optional.empty());

            assertRefused(answer.statusCode(), answer.body(), "unknown_gateway");
        }

        private static void assertRefused(int status, String body, String error) {
            assertThat(status).as(body).isEqualTo(403);
            assertThat(body).isEqualTo("{\"error\":\"%s\"}".formatted(error));
        }
    }
}
