package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.authority.TestApplication.answer;
import static org.parvis.authority.TestApplication.approved;
import static org.parvis.authority.TestApplication.decide;
import static org.parvis.authority.TestApplication.page;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Worker;

/** What applications ask of people, and people answer: OAuth 2.1 authorization requests. */
class ApprovalTest {

    private final Worker doctor = Worker.in("Cabinet des Courbes");
    private final PlainBrowser person = doctor.browser();

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
        void isAnsweredWithTheStateThatArrivedSoThatAnAlteredOneIsSeen() {
            var altered = TestApplication.with("openid").asking("openid");
            altered.put("state", "autre");

            assertThat(approved(person, altered)).containsEntry("state", "autre");
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
        void onTheWordOfANetworkAloneIsNotForThePersonToApprove() {
            var application = TestApplication.with("openid");
            approved(person, application.asking("openid"));
            var workstation = doctor.onTheWord(TestPatients.structureOf(doctor));
            var silently = application.asking("openid");
            silently.put("prompt", "none");

            var page = page(workstation, application.asking("openid"));

            assertThat(workstation.get(page).body()).contains("Prouvez d’abord qui vous êtes");
            assertThat(workstation
                            .submit("/mes-sessions", page, Map.of("choix", "autoriser"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(answer(workstation.get(TestApplication.address(silently))))
                    .containsEntry("error", "login_required");
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
}
