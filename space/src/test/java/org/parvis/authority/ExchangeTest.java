package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.authority.TestApplication.assertRefused;
import static org.parvis.authority.TestSoftware.get;

import com.nimbusds.jose.jwk.ECKey;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.Worker;
import org.parvis.authority.Software.Use;
import org.parvis.federation.Simulations;

/** A structure's software that acts for its professionals, whose token it shows (RFC 8693). */
class ExchangeTest {

    /** Works at the hospital des Quatre Vents, among others. */
    private static final int DOCTOR = 0;

    private static final int PHARMACIST = 1;
    private static final String HOSPITAL = "590000999";

    @BeforeAll
    static void letTheDirectoryLearnOfThem() {
        Simulations.professional(DOCTOR);
        Simulations.professional(PHARMACIST);
    }

    private static TestSoftware software(String finess, Use use, String scopes) {
        ECKey key = TestSoftware.freshKey();
        return new TestSoftware(
                TestSoftware.declared(finess, Set.of(use), scopes, TestSoftware.keys(key), "", ""), key);
    }

    private static HttpResponse<String> exchange(TestSoftware software, String shown, String scopes) {
        return software.post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        shown,
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "scope",
                        scopes),
                software.signed(software.claims()));
    }

    @Nested
    class ATokenOfProSanteConnect {

        private final TestSoftware software = software(HOSPITAL, Use.EXCHANGE, "user/*.rs");

        @Test
        void isWorthOneThatActsForItsHolder() {
            var answer =
                    TestSoftware.json(exchange(software, Simulations.tokenOfOwnSoftware(DOCTOR), "user/Practitioner.rs")
                            .body());

            assertThat(answer.path("expires_in").asInt()).isBetween(880, 900);
            assertThat(answer.path("issued_token_type").asText())
                    .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
            assertThat(answer.path("refresh_token").isMissingNode()).isTrue();
            assertThat(get(
                                    "/fhir/Practitioner?name=le%20goff",
                                    answer.path("access_token").asText())
                            .body())
                    .contains("LE GOFF");
        }

        @Test
        void isShownToItsHolderWhoCanWithdrawWhatItGave() {
            exchange(software, Simulations.tokenOfOwnSoftware(DOCTOR), "user/Practitioner.rs");

            assertThat(Simulations.professional(DOCTOR).get("/mes-sessions").body())
                    .contains(software.known().name(), "HOPITAL DES QUATRE VENTS");
        }

        @Test
        void thatWasInventedIsRefused() {
            assertRefused(exchange(software, "invente", "user/*.rs"), "invalid_grant", "subject_token is not good");
        }

        @Test
        void ofSomebodyOfAnotherStructureIsRefused() {
            assertRefused(
                    exchange(software, Simulations.tokenOfOwnSoftware(PHARMACIST), "user/*.rs"),
                    "invalid_grant",
                    "does not work in the structure");
        }

        @Test
        void isWorthNoMoreThanWasDeclared() {
            var shown = Simulations.tokenOfOwnSoftware(DOCTOR);

            assertRefused(exchange(software, shown, "user/*.cruds"), "invalid_scope", "declared");
            assertRefused(exchange(software, shown, "openid user/*.rs"), "invalid_scope", "nothing beside");
        }

        @Test
        void isWorthNothingToSoftwareThatDoesNotExchange() {
            var other = software(HOSPITAL, Use.SERVICE, "system/*.rs");

            assertRefused(
                    exchange(other, Simulations.tokenOfOwnSoftware(DOCTOR), "system/*.rs"),
                    "unauthorized_client",
                    "not declared to exchange");
        }
    }

    @Nested
    class ATokenOfOurs {

        private final Worker doctor = Worker.in("Clinique des Relais");
        private final TestSoftware software =
                software(TestPatients.numberedStructure(doctor), Use.EXCHANGE, "user/*.rs");
        private final String first = TestApplication.with("user/Observation.rs")
                .tokens(doctor.browser(), "user/Observation.rs")
                .path("access_token")
                .asText();

        @Test
        void isWorthAnotherThatEndsWithIt() {
            var patient = TestPatients.of(doctor, "Relais");
            var relayed = TestSoftware.json(
                            exchange(software, first, "user/Observation.rs").body())
                    .path("access_token")
                    .asText();
            assertThat(get("/fhir/Observation?patient=" + patient, relayed).body())
                    .contains("Poids");

            doctor.browser().submit("/mes-sessions", "/deconnexion", Map.of());

            assertThat(get("/fhir/Observation", relayed).statusCode()).isEqualTo(401);
        }

        @Test
        void isWorthNoMoreThanItOpens() {
            assertRefused(exchange(software, first, "user/*.rs"), "invalid_scope", "opens less");
        }

        @Test
        void isWorthNothingInAnotherStructure() {
            var others = software(HOSPITAL, Use.EXCHANGE, "user/*.rs");

            assertRefused(exchange(others, first, "user/Observation.rs"), "invalid_grant", "does not work");
        }

        @Test
        void thatHasEndedIsRefused() {
            doctor.browser().submit("/mes-sessions", "/deconnexion", Map.of());

            assertRefused(exchange(software, first, "user/Observation.rs"), "invalid_grant", "does not work");
        }
    }
}
