package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.authority.TestApplication.answer;
import static org.parvis.authority.TestApplication.assertRefused;
import static org.parvis.authority.TestApplication.post;
import static org.parvis.authority.TestSoftware.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Worker;

/** What an application may do in the name of the person who approved it, and until when. */
class ActingTest {

    private static final Pattern WITHDRAWAL = Pattern.compile("/autorisations/[0-9a-f-]+/fin");

    private final Worker doctor = Worker.in("Cabinet des Courbes");
    private final PlainBrowser person = doctor.browser();

    private String patient(String family) {
        return TestPatients.of(doctor, family);
    }

    private static String access(JsonNode tokens) {
        return tokens.path("access_token").asText();
    }

    private static int total(HttpResponse<String> answer) {
        return TestSoftware.json(answer.body()).path("total").asInt();
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

            var told = TestPatients.store().search("AuditEvent?date=ge2026-01-01&patient=" + mine).matches().stream()
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
