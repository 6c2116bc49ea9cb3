package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.authority.TestApplication.address;
import static org.parvis.authority.TestApplication.answer;
import static org.parvis.authority.TestApplication.approved;
import static org.parvis.authority.TestApplication.location;
import static org.parvis.authority.TestSoftware.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Worker;

/** Parvis as an OpenID provider (OpenID Connect Core 1.0, RP-Initiated Logout 1.0). */
class IdentityTest {

    private static final String SCOPES = "openid profile fhirUser";

    private final Worker doctor = Worker.in("Cabinet des Identités");
    private final PlainBrowser person = doctor.browser();
    private final TestApplication application = TestApplication.with(SCOPES);

    private JsonNode tokens() {
        return application.tokens(person, SCOPES, asked -> {
            asked.put("nonce", "n-42");
            return asked;
        });
    }

    /** What a token says, once its signature was checked against the published keys. */
    private static JWTClaimsSet claims(String token) throws ParseException, JOSEException {
        var published = JWKSet.parse(new PlainBrowser().get("/oauth2/jwks").body());
        var signed = SignedJWT.parse(token);
        var key = published.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(signed.verify(new RSASSAVerifier(key))).isTrue();
        return signed.getJWTClaimsSet();
    }

    @Nested
    class AnIdentityToken {

        @Test
        void saysWhoCameInForWhomWhenAndHow() throws ParseException, JOSEException {
            var account = doctor.member().account();

            var claims = claims(tokens().path("id_token").asText());

            assertThat(claims.getIssuer()).isEqualTo(GuardedServer.at("").toString());
            assertThat(claims.getAudience()).containsExactly(application.known().id());
            assertThat(claims.getSubject()).isEqualTo(account.id().toString());
            assertThat(claims.getStringClaim("nonce")).isEqualTo("n-42");
            assertThat(claims.getStringClaim("name")).isEqualTo(account.name());
            assertThat(claims.getStringClaim("fhirUser"))
                    .isEqualTo(GuardedServer.at("/fhir/" + account.person().orElseThrow())
                            .toString());
            assertThat(claims.getStringClaim("acr")).isEqualTo("urn:parvis:road:local");
            assertThat(claims.getLongClaim("auth_time"))
                    .isBetween(
                            Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        }

        @Test
        void saysNoMoreThanWasApproved() throws ParseException, JOSEException {
            var less = application.tokens(person, "openid");

            assertThat(claims(less.path("id_token").asText()).getClaims())
                    .containsKey("sub")
                    .doesNotContainKeys("name", "fhirUser");
        }

        @Test
        void isNotGivenWithoutItsScope() {
            assertThat(application.tokens(person, "fhirUser").has("id_token")).isFalse();
        }
    }

    @Nested
    class UserInformation {

        @Test
        void isWhatTheTokenMayTell() {
            var told = TestSoftware.json(
                    get("/oauth2/userinfo", tokens().path("access_token").asText())
                            .body());

            assertThat(told.path("sub").asText())
                    .isEqualTo(doctor.member().account().id().toString());
            assertThat(told.path("name").asText())
                    .isEqualTo(doctor.member().account().name());
        }

        @Test
        void isToldToNobodyWithoutAToken() {
            assertThat(get("/oauth2/userinfo", "invente").statusCode()).isEqualTo(401);
            assertThat(get(
                                    "/oauth2/userinfo",
                                    application
                                            .tokens(person, "fhirUser")
                                            .path("access_token")
                                            .asText())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Nested
    class AskingSilently {

        private Map<String, String> silently(String scopes) {
            var asked = application.asking(scopes);
            asked.put("prompt", "none");
            return asked;
        }

        @Test
        void isRefusedWhileNobodyIsIn() {
            assertThat(answer(new PlainBrowser().get(address(silently("openid")))))
                    .containsEntry("error", "login_required");
        }

        @Test
        void isRefusedBeforeThePersonHasApproved() {
            assertThat(answer(person.get(address(silently("openid"))))).containsEntry("error", "consent_required");
        }

        @Test
        void isAnsweredOnceTheyHave() {
            approved(person, application.asking("openid"));

            assertThat(answer(person.get(address(silently("openid"))))).containsKey("code");
        }

        @Test
        void isRefusedWhenTheyCameInTooLongAgo() {
            approved(person, application.asking("openid"));
            var asked = silently("openid");
            asked.put("max_age", "0");

            assertThat(answer(person.get(address(asked)))).containsEntry("error", "login_required");
        }
    }

    @Test
    void havingToComeInAgainLeadsOverTheLogin() {
        var asked = application.asking("openid");
        asked.put("prompt", "login");

        assertThat(location(person.get(address(asked))).orElseThrow())
                .startsWith("/connexion?suite=")
                .contains("autorisation");
    }

    @Nested
    class Leaving {

        private String departure(String hint, String address) {
            return "/oauth2/logout?id_token_hint=%s&state=s1&post_logout_redirect_uri=%s".formatted(hint, address);
        }

        @Test
        void asksThePersonAndSendsThemBack() {
            var page = departure(tokens().path("id_token").asText(), TestApplication.BACK);
            assertThat(person.get(page).body())
                    .contains("Quitter aussi cet espace", application.known().name());

            var left = person.submit(page, page, Map.of());

            assertThat(location(left)).hasValue(TestApplication.BACK + "?state=s1");
            assertThat(person.get("/mes-sessions").statusCode()).isEqualTo(303);
        }

        @Test
        void toAnAddressThatIsNotTheApplicationsIsRefused() {
            var page = departure(tokens().path("id_token").asText(), "https://voleur.exemple.fr/");

            assertThat(person.get(page).statusCode()).isEqualTo(400);
            assertThat(person.get("/mes-sessions").statusCode()).isEqualTo(200);
        }

        @Test
        void onAWordThatThisServerDidNotSignIsRefused() {
            var token = tokens().path("id_token").asText();
            var altered = token.substring(0, token.length() - 4) + "AAAA";

            assertThat(person.get(departure(altered, TestApplication.BACK)).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void isDescribedAsItIs() {
        var told = TestSoftware.json(
                new PlainBrowser().get("/.well-known/openid-configuration").body());

        assertThat(told.path("issuer").asText()).isEqualTo(GuardedServer.at("").toString());
        for (var place : new String[] {"jwks_uri", "authorization_endpoint", "end_session_endpoint"}) {
            var path = told.path(place)
                    .asText()
                    .substring(GuardedServer.at("").toString().length());
            assertThat(new PlainBrowser().get(path).statusCode()).as(place).isIn(200, 400);
        }
        assertThat(told.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
    }
}
