package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.authority.TestApplication.approved;
import static org.parvis.authority.TestApplication.assertRefused;
import static org.parvis.authority.TestApplication.post;
import static org.parvis.authority.TestSoftware.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Worker;

/** What an application does with the code that a person let it have: OAuth 2.1, PKCE, rotating refresh tokens. */
class CodeTest {

    private final PlainBrowser person = Worker.in("Cabinet des Courbes").browser();

    private static String access(JsonNode tokens) {
        return tokens.path("access_token").asText();
    }

    @Nested
    class ACode {

        private final TestApplication application = TestApplication.with("user/Observation.rs offline_access");
        private final String code = approved(person, application.asking("user/Observation.rs offline_access"))
                .getOrDefault("code", "");

        @Test
        void isWorthTokensForAQuarterOfAnHour() {
            var tokens = TestSoftware.json(
                    post("/oauth2/token", application.redemption(code)).body());

            assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
            assertThat(tokens.path("expires_in").asInt()).isBetween(880, 900);
            assertThat(tokens.path("scope").asText()).isEqualTo("offline_access user/Observation.rs");
            assertThat(tokens.path("refresh_token").asText()).isNotEmpty();
        }

        @Test
        void withAWrongVerifierIsRefused() {
            var wrong = application.redemption(code);
            wrong.put("code_verifier", "deviné".repeat(10));

            assertRefused(post("/oauth2/token", wrong), "invalid_grant", "code_verifier");
        }

        @Test
        void withoutVerifierIsRefused() {
            var wrong = application.redemption(code);
            wrong.remove("code_verifier");

            assertRefused(post("/oauth2/token", wrong), "invalid_grant", "code_verifier");
        }

        @Test
        void withAnotherRedirectionIsRefused() {
            var wrong = application.redemption(code);
            wrong.put("redirect_uri", "https://voleur.exemple.fr/retour");

            assertRefused(post("/oauth2/token", wrong), "invalid_grant", "redirect_uri");
        }

        @Test
        void thatWasInventedIsRefused() {
            assertRefused(post("/oauth2/token", application.redemption("invente")), "invalid_grant", "No such code");
        }

        @Test
        void ofAnotherApplicationIsRefusedAndEnds() {
            var thief = TestApplication.with("user/Observation.rs");

            assertRefused(post("/oauth2/token", thief.redemption(code)), "invalid_grant", "another software");
            assertRefused(post("/oauth2/token", application.redemption(code)), "invalid_grant", "No such code");
        }

        @Test
        void shownAgainTakesBackWhatItGave() {
            var token = access(TestSoftware.json(
                    post("/oauth2/token", application.redemption(code)).body()));
            assertThat(get("/fhir/Observation", token).statusCode()).isEqualTo(200);

            assertRefused(post("/oauth2/token", application.redemption(code)), "invalid_grant", "served before");

            assertThat(get("/fhir/Observation", token).statusCode()).isEqualTo(401);
        }
    }

    @Nested
    class Renewing {

        private final TestApplication application = TestApplication.with("user/*.rs offline_access");
        private final JsonNode first = application.tokens(person, "user/*.rs offline_access");

        private HttpResponse<String> renew(JsonNode tokens) {
            return post(
                    "/oauth2/token",
                    application.renewal(tokens.path("refresh_token").asText()));
        }

        @Test
        void givesNewTokensEachTime() {
            var next = TestSoftware.json(renew(first).body());

            assertThat(next.path("refresh_token").asText())
                    .isNotEmpty()
                    .isNotEqualTo(first.path("refresh_token").asText());
            assertThat(get("/fhir/Observation", access(next)).statusCode()).isEqualTo(200);
        }

        @Test
        void withATokenThatServedTakesAllOfThemBack() {
            var next = TestSoftware.json(renew(first).body());

            assertRefused(renew(first), "invalid_grant", "served before");

            assertThat(get("/fhir/Observation", access(next)).statusCode()).isEqualTo(401);
            assertRefused(renew(next), "invalid_grant", "No such refresh token");
        }

        @Test
        void canAskForLessAndNeverForMore() {
            var less = new HashMap<>(
                    application.renewal(first.path("refresh_token").asText()));
            less.put("scope", "user/*.cruds");
            assertRefused(post("/oauth2/token", less), "invalid_scope", "approved less");

            less.put("scope", "user/Observation.rs");
            var narrowed = TestSoftware.json(post("/oauth2/token", less).body());

            assertThat(narrowed.path("scope").asText()).isEqualTo("user/Observation.rs");
        }

        @Test
        void goesOnWithoutThePersonsSession() {
            person.submit("/mes-sessions", "/deconnexion", Map.of());

            assertThat(renew(first).statusCode()).isEqualTo(200);
        }
    }
}
