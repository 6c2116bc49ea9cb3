package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;

/** Structures' software: SMART backend services (SMART App Launch 2). */
class SoftwareTest {

    private static final String ORGANIZATIONS = "system/Organization.rs";
    private static final String PATIENT =
            "{\"resourceType\": \"Patient\", \"name\": [{\"family\": \"Essai\", \"given\": [\"Ana\"]}]}";

    private static void assertRefused(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(TestSoftware.json(answer.body()).path("error").asText()).isEqualTo(error);
    }

    @Nested
    class Asking {

        private final TestSoftware software = TestSoftware.with(ORGANIZATIONS);

        @Test
        void getsATokenOfFiveMinutes() {
            var answer = TestSoftware.json(software.ask(ORGANIZATIONS, software.signed(software.claims()))
                    .body());

            assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
            assertThat(answer.path("expires_in").asInt()).isBetween(290, 300);
            assertThat(answer.path("scope").asText()).isEqualTo(ORGANIZATIONS);
        }

        @Test
        void forMoreThanItMayIsRefused() {
            assertRefused(software.ask("system/Patient.rs", software.signed(software.claims())), "invalid_scope");
        }

        @Test
        void withAProofThatServedIsRefused() {
            var proof = software.signed(software.claims());
            software.ask(ORGANIZATIONS, proof);

            assertRefused(software.ask(ORGANIZATIONS, proof), "invalid_client");
        }

        @Test
        void withAnothersKeyIsRefused() {
            assertRefused(
                    software.ask(ORGANIZATIONS, software.signed(software.claims(), TestSoftware.freshKey())),
                    "invalid_client");
        }

        @Test
        void withoutSignatureIsRefused() {
            var unsigned = new PlainJWT(software.claims().build()).serialize();

            assertRefused(software.ask(ORGANIZATIONS, unsigned), "invalid_client");
        }

        @ParameterizedTest
        @MethodSource("org.parvis.authority.SoftwareTest#wrongClaims")
        void withWrongClaimsIsRefused(UnaryOperator<JWTClaimsSet.Builder> wrong) {
            assertRefused(
                    software.ask(ORGANIZATIONS, software.signed(wrong.apply(software.claims()))), "invalid_client");
        }
    }

    static Stream<UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
        return Stream.of(
                claims -> claims.audience("https://ailleurs.example/token"),
                claims -> claims.subject("autre"),
                claims -> claims.issuer("autre"),
                claims -> claims.jwtID(null),
                claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2)))),
                claims -> claims.expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1)))),
                claims -> claims.notBeforeTime(Date.from(Instant.now().plus(Duration.ofMinutes(3)))));
    }

    @Nested
    class Acting {

        @Test
        void readsWhatItsScopesOpen() {
            var token = TestSoftware.with(ORGANIZATIONS).token(ORGANIZATIONS);

            assertThat(TestSoftware.get("/fhir/Organization?name=Clinique%20des%20Logiciels", token)
                            .body())
                    .contains("Clinique des Logiciels");
            assertThat(total(TestSoftware.get("/fhir/Practitioner?_total=accurate", token)))
                    .isZero();
        }

        @Test
        void writesWhatItsScopesOpen() {
            var admissions = TestSoftware.with("system/Patient.cruds");
            var reader = TestSoftware.with("system/Patient.rs");

            assertThat(TestSoftware.create(PATIENT, admissions.token("system/Patient.cruds"))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(TestSoftware.create(PATIENT, reader.token("system/Patient.rs"))
                            .statusCode())
                    .isEqualTo(403);
        }

        @Test
        void opensNoPage() {
            var token = TestSoftware.with(ORGANIZATIONS).token(ORGANIZATIONS);

            assertThat(TestSoftware.get("/logiciels", token).headers().firstValue("Location"))
                    .hasValue("/connexion?suite=%2Flogiciels");
        }

        @Test
        void withAnUnknownTokenIsRefused() {
            var answer = TestSoftware.get("/fhir/Organization", "inventé".replace("é", "e"));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }

        private static int total(HttpResponse<String> answer) {
            return TestSoftware.json(answer.body()).path("total").asInt();
        }
    }

    @Nested
    class Ending {

        private final TestSoftware software = TestSoftware.with(ORGANIZATIONS);

        @Test
        void isTheSoftwaresOwnWishWhenItGivesATokenBack() {
            var token = software.token(ORGANIZATIONS);
            assertThat(isActive(token)).isTrue();

            software.post("/oauth2/revoke", Map.of("token", token), software.signed(software.claims()));

            assertThat(isActive(token)).isFalse();
            assertThat(TestSoftware.get("/fhir/Organization", token).statusCode())
                    .isEqualTo(401);
        }

        @Test
        void isTheOperatorsWishWhenTheyForgetTheSoftware() {
            var token = software.token(ORGANIZATIONS);

            GuardedServer.part(SoftwareRegister.class).forget(software.known().id());

            assertThat(TestSoftware.get("/fhir/Organization", token).statusCode())
                    .isEqualTo(401);
            assertRefused(software.ask(ORGANIZATIONS, software.signed(software.claims())), "invalid_client");
        }

        private boolean isActive(String token) {
            var answer =
                    software.post("/oauth2/introspect", Map.of("token", token), software.signed(software.claims()));
            return TestSoftware.json(answer.body()).path("active").asBoolean();
        }
    }

    @Test
    void isToldWhereToAsk() {
        var told = TestSoftware.json(
                new PlainBrowser().get("/fhir/.well-known/smart-configuration").body());

        assertThat(told.path("token_endpoint").asText())
                .isEqualTo(GuardedServer.at("/oauth2/token").toString());
        assertThat(told.path("capabilities").toString()).contains("client-confidential-asymmetric");
    }
}
