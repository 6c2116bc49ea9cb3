package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.authority.TestApplication.answer;
import static org.parvis.authority.TestApplication.approved;
import static org.parvis.authority.TestApplication.assertRefused;
import static org.parvis.authority.TestApplication.decide;
import static org.parvis.authority.TestApplication.page;
import static org.parvis.authority.TestApplication.post;
import static org.parvis.authority.TestSoftware.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Worker;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** Applications that act for people: OAuth 2.1 authorization code with PKCE, SMART App Launch 2. */
class ApplicationTest {

    private static final Pattern WITHDRAWAL = Pattern.compile("/autorisations/[0-9a-f-]+/fin");

    private final Worker doctor = Worker.in("Cabinet des Courbes");
    private final PlainBrowser person = doctor.browser();

    private static StoreClient store() {
        return GuardedServer.part(FhirEndpoint.class).as(Caller.system());
    }

    /** A patient of the doctor's, who is their declared doctor: the id. */
    private String patient(String family) {
        var resource = (ObjectNode) TestSoftware.json(
                """
                {"resourceType": "Patient", "name": [{"family": "%s", "given": ["Ana"]}],
                 "generalPractitioner": [{"reference": "%s"}]}""".formatted(family, doctor.member().account().person().orElseThrow()));
        var id = store().create(resource).path("id").asText();
        store().create((ObjectNode) TestSoftware.json("""
                {"resourceType": "Observation", "status": "final", "code": {"text": "Poids"},
                 "subject": {"reference": "Patient/%s"}}""".formatted(id)));
        return id;
    }

    private static String access(JsonNode tokens) {
        return tokens.path("access_token").asText();
    }

    private static int total(HttpResponse<String> answer) {
        return TestSoftware.json(answer.body()).path("total").asInt();
    }

    @Nested
    class Asking {

        @Test
        void leadsAStrangerOverTheLoginToThePageOfWhatIsAsked() {
            var application = TestApplication.with("user/Observation.rs");

            var stranger = new PlainBrowser();
            var page = page(stranger, application.asking("user/Observation.rs"));

            assertThat(TestApplication.location(stranger.get(page)).orElseThrow())
                    .startsWith("/connexion?suite=");
        }

        @Test
        void tellsThePersonWhichApplicationForWhereAndWhat() {
            var application = TestApplication.with("openid user/Observation.cruds user/Condition.rs");

            var shown = person.get(page(person, application.asking("openid user/Observation.cruds user/Condition.rs")))
                    .body();

            assertThat(shown)
                    .contains(application.known().name(), "Cabinet des Courbes")
                    .contains("des résultats et mesures", "des problèmes de santé et actes")
                    .contains("la fin de votre session", "https://courbes.exemple.fr");
        }

        @Test
        void isAnsweredWithTheStateThatWasSentAndWhoAnswers() {
            var answered = approved(person, TestApplication.with("openid").asking("openid"));

            assertThat(answered)
                    .containsEntry("state", "état 1")
                    .containsEntry("iss", GuardedServer.at("").toString())
                    .containsKey("code");
        }

        @Test
        void isRefusedWhenThePersonRefuses() {
            var refused =
                    answer(decide(person, TestApplication.with("openid").asking("openid"), Map.of("choix", "refuser")));

            assertThat(refused).containsEntry("error", "access_denied").doesNotContainKey("code");
        }

        @Test
        void thatWasApprovedBeforeAsksNobodyAgain() {
            var application = TestApplication.with("openid user/*.rs");
            approved(person, application.asking("openid user/*.rs"));

            var again = person.get(page(person, application.asking("openid user/Observation.rs")));

            assertThat(answer(again)).containsKey("code");
        }

        @Test
        void forMoreThanWasApprovedAsksAgain() {
            var application = TestApplication.with("user/*.cruds");
            approved(person, application.asking("user/*.rs"));

            var again = person.get(page(person, application.asking("user/*.cruds")));

            assertThat(again.body()).contains("demande à agir en votre nom");
        }
    }

    @Nested
    class AskingWrongly {

        private final TestApplication application = TestApplication.with("openid user/Observation.rs");

        @ParameterizedTest
        @CsvSource({
            "client_id, inconnue, n’est pas déclarée",
            "redirect_uri, https://courbes.exemple.fr/retour/, n’a pas été déclarée",
            "redirect_uri, https://voleur.exemple.fr/retour, n’a pas été déclarée",
            "redirect_uri, '', n’a pas été déclarée"
        })
        void withoutSomebodyToAnswerIsShownToThePerson(String name, String value, String words) {
            var asked = application.asking("openid");
            asked.put(name, value);

            var shown = person.get(TestApplication.address(asked));

            assertThat(shown.statusCode()).isEqualTo(400);
            assertThat(shown.body()).contains(words);
        }

        @Test
        void withAParameterTwiceIsShownToThePerson() {
            var asked = TestApplication.address(application.asking("openid"));

            assertThat(person.get(asked + "&scope=user/Observation.rs").body()).contains("deux fois le même paramètre");
        }

        @ParameterizedTest
        @CsvSource({
            "response_type, token, unsupported_response_type, must be code",
            "code_challenge, '', invalid_request, PKCE is required",
            "code_challenge_method, plain, invalid_request, PKCE is required",
            "aud, https://ailleurs.example/fhir, invalid_request, aud must be",
            "scope, user/*.cruds, invalid_scope, declared",
            "scope, system/Observation.rs, invalid_scope, none of system/",
            "scope, '', invalid_scope, Ask for scopes",
            "launch, inventé, invalid_request, come together",
            "prompt, none login, invalid_request, stands alone"
        })
        void isToldToTheApplication(String name, String value, String error, String why) {
            var asked = application.asking("user/Observation.rs");
            asked.put(name, value);

            var told = answer(person.get(TestApplication.address(asked)));

            assertThat(told).containsEntry("error", error).containsEntry("state", "état 1");
            assertThat(told.get("error_description")).contains(why);
        }

        @Test
        void fromAnotherSitesFormIsRefused() {
            var page = page(person, application.asking("openid"));

            var forged = person.post(page, Map.of("choix", "autoriser"), Optional.empty());

            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(forged.body()).contains("formulaire");
        }
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
    class Acting {

        @Test
        void seesWhatThePersonSeesWithinItsScopes() {
            var mine = patient("Sien");
            var application = TestApplication.with("user/Observation.rs");

            var token = access(application.tokens(person, "user/Observation.rs"));

            assertThat(total(get("/fhir/Observation?_total=accurate&patient=" + mine, token)))
                    .isEqualTo(1);
            assertThat(get("/fhir/Patient/" + mine, token).statusCode()).isEqualTo(404);
        }

        @Test
        void neverSeesMoreThanThePerson() {
            var stranger = Worker.in("Clinique Voisine");
            var others = patient("Autre");
            var application = TestApplication.with("user/*.cruds");

            var token = access(application.tokens(stranger.browser(), "user/*.cruds"));

            assertThat(get("/fhir/Patient/" + others, token).statusCode()).isEqualTo(404);
        }

        @Test
        void writesInThePersonsNameOnlyWhatItsScopesLet() {
            var mine = patient("Suivi");
            var observation = """
                    {"resourceType": "Observation", "status": "final", "code": {"text": "Tension"},
                     "subject": {"reference": "Patient/%s"}}""".formatted(mine);
            var reading = access(TestApplication.with("user/*.rs").tokens(person, "user/*.rs"));
            var writing = access(TestApplication.with("user/*.cruds").tokens(person, "user/*.cruds"));

            assertThat(TestSoftware.create(observation, reading).statusCode()).isEqualTo(403);
            assertThat(TestSoftware.create(observation, writing).statusCode()).isEqualTo(201);
        }

        @Test
        void isToldInTheTraceWithThePersonAndTheApplication() {
            var mine = patient("Tracée");
            var application = TestApplication.with("user/*.rs");
            get("/fhir/Patient/" + mine, access(application.tokens(person, "user/*.rs")));

            var told = store().search("AuditEvent?date=ge2026-01-01&patient=" + mine).matches().stream()
                    .map(event -> event.at("/agent/0/who"))
                    .filter(who -> who.path("display")
                            .asText()
                            .contains(application.known().name()))
                    .findFirst()
                    .orElseThrow();

            assertThat(told.path("reference").asText())
                    .isEqualTo(doctor.member().account().person().orElseThrow());
            assertThat(told.path("display").asText())
                    .startsWith(doctor.member().account().name());
        }

        @Test
        void opensNoPage() {
            var token = access(TestApplication.with("user/*.rs").tokens(person, "user/*.rs"));

            assertThat(get("/mes-sessions", token).statusCode()).isEqualTo(303);
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

    @Nested
    class Ending {

        private final TestApplication application = TestApplication.with("user/*.rs online_access offline_access");

        @Test
        void comesAtOnceWhenThePersonWithdraws() {
            var tokens = application.tokens(person, "user/*.rs offline_access");
            var sessions = person.get("/mes-sessions").body();
            assertThat(sessions).contains(application.known().name());
            var withdrawal = WITHDRAWAL.matcher(sessions);
            assertThat(withdrawal.find()).isTrue();

            person.submit("/mes-sessions", withdrawal.group(), Map.of());

            assertThat(get("/fhir/Observation", access(tokens)).statusCode()).isEqualTo(401);
            assertRefused(
                    post(
                            "/oauth2/token",
                            application.renewal(tokens.path("refresh_token").asText())),
                    "invalid_grant",
                    "No such refresh token");
            assertThat(person.get("/mes-sessions").body())
                    .doesNotContain(application.known().name());
        }

        @Test
        void comesWithTheSessionUnlessItMayOutliveIt() {
            var tokens = application.tokens(person, "user/*.rs online_access");

            person.submit("/mes-sessions", "/deconnexion", Map.of());

            assertThat(get("/fhir/Observation", access(tokens)).statusCode()).isEqualTo(401);
            assertRefused(
                    post(
                            "/oauth2/token",
                            application.renewal(tokens.path("refresh_token").asText())),
                    "invalid_grant",
                    "may not act there any more");
        }

        @Test
        void comesWithThePersonsRole() {
            var tokens = application.tokens(person, "user/*.rs offline_access");

            doctor.leaves(doctor.roles().getFirst());

            assertThat(get("/fhir/Observation", access(tokens)).statusCode()).isEqualTo(401);
        }

        @Test
        void isNobodyElsesToDecide() {
            var tokens = application.tokens(person, "user/*.rs offline_access");
            var withdrawal = WITHDRAWAL.matcher(person.get("/mes-sessions").body());
            assertThat(withdrawal.find()).isTrue();

            Worker.in("Clinique Voisine").browser().submit("/mes-sessions", withdrawal.group(), Map.of());

            assertThat(get("/fhir/Observation", access(tokens)).statusCode()).isEqualTo(200);
        }
    }
}
