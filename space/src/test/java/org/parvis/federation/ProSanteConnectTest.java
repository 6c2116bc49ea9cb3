package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.federation.Simulations.PRO_SANTE_CONNECT;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;

/** Pro Santé Connect as it is relied upon, against a simulated one. */
class ProSanteConnectTest {

    private static final int DOCTOR = 0;
    private static final int PHARMACIST = 1;
    private static final int TEST_IDENTITY = 3;
    private static final StoreClient STORE =
            GuardedServer.part(FhirEndpoint.class).as(Caller.system());

    private final PlainBrowser browser = new PlainBrowser();

    /** The address at the provider to which somebody is sent. */
    private String leave() {
        var sent = browser.get("/connexion/par/psc?suite=/mes-sessions");
        assertThat(sent.statusCode()).isEqualTo(303);
        return location(sent);
    }

    /** The address at which they come back once they have chosen who they are. */
    private URI choose(String address, Object person) {
        var answer = browser.send(HttpRequest.newBuilder(URI.create(address + "&choix=" + person)));
        return URI.create(location(answer));
    }

    private HttpResponse<String> comeBack(URI address) {
        return browser.send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> comeIn(Object person) {
        return comeBack(choose(leave(), person));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    @Nested
    class Asking {

        @Test
        void isForALevelWithStateNonceAndPkce() {
            assertThat(leave())
                    .startsWith(PRO_SANTE_CONNECT.issuer() + "/authorize?")
                    .contains("acr_values=eidas1", "state=", "nonce=", "code_challenge_method=S256");
        }

        @Test
        void isOfferedByTheLoginPage() {
            assertThat(browser.get("/connexion?suite=/mes-sessions").body())
                    .contains("/connexion/par/psc?suite=%2Fmes-sessions", "Pro Santé Connect");
        }

        @Test
        void isOfDeclaredProvidersOnly() {
            assertThat(browser.get("/connexion/par/autre").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class ComingBack {

        @Test
        void opensASessionAndLeadsWhereTheyWantedToGo() {
            var arrival = comeIn(DOCTOR);

            assertThat(location(arrival)).isEqualTo("/mes-sessions");
            assertThat(browser.get("/mes-sessions").body()).contains("Zoé LE GOFF");
        }

        @Test
        void opensOneForATestIdentityToo() {
            comeIn(TEST_IDENTITY);

            assertThat(browser.get("/mes-sessions").statusCode()).isEqualTo(200);
        }

        @Test
        void withoutHavingChosenIsToldInPlainWords() {
            var refused = comeIn("aucun");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("vous avez renoncé", "/connexion/par/psc");
        }
    }

    @Nested
    class Directory {

        @Test
        void learnsOfAProfessionalWithTheirPractices() {
            comeIn(DOCTOR);
            var practitioner = "practitioner.identifier=https://rpps.esante.gouv.fr|99900000011";

            var roles = STORE.search("PractitionerRole?" + practitioner + "&_include=PractitionerRole:organization");

            assertThat(roles.matches())
                    .hasSize(2)
                    .allMatch(role -> role.at("/meta/source").asText().equals(PRO_SANTE_CONNECT.issuer()));
            assertThat(roles.included())
                    .extracting(organization -> organization.path("name").asText())
                    .containsExactlyInAnyOrder("CABINET DES LILAS", "HOPITAL DES QUATRE VENTS");
        }

        @Test
        void tellsWhereTheyMayAct() {
            comeIn(DOCTOR);

            assertThat(browser.get("/contexte").body())
                    .contains("CABINET DES LILAS", "HOPITAL DES QUATRE VENTS", "Médecin");
        }

        @Test
        void learnsNothingTwice() {
            comeIn(PHARMACIST);
            comeIn(PHARMACIST);

            assertThat(STORE.search("Practitioner?identifier=https://rpps.esante.gouv.fr|99900000029")
                            .matches())
                    .hasSize(1);
            assertThat(STORE.search("PractitionerRole?practitioner.identifier=https://rpps.esante.gouv.fr|99900000029")
                            .matches())
                    .hasSize(1);
        }

        @Test
        void hasNoPlaceForSomebodyWithoutRpps() {
            comeIn(TEST_IDENTITY);

            assertThat(STORE.search("Practitioner?family=ESSAI").matches()).isEmpty();
        }
    }

    @Nested
    class BadDays {

        @Test
        void ofACodeThatServedIsToldAsStale() {
            var back = choose(leave(), DOCTOR);
            comeBack(back);

            var again = comeBack(back);

            assertThat(again.statusCode()).isEqualTo(403);
            assertThat(again.body()).contains("a expiré ou a déjà servi");
        }

        @Test
        void ofACodeThatServedElsewhereIsNoProof() {
            var stolen = query(choose(leave(), DOCTOR), "code");
            var mine = choose(leave(), PHARMACIST);

            assertIsOut(comeBack(with(mine, "code", stolen)), "n’a pas pu être vérifiée");
        }

        @Test
        void ofAChangedStateIsRefused() {
            assertIsOut(comeBack(with(choose(leave(), DOCTOR), "state", "autre")), "ne correspond pas à votre demande");
        }

        @Test
        void ofAnAnswerInAnotherIssuersNameIsRefused() {
            var elsewhere = with(choose(leave(), DOCTOR), "iss", "https://ailleurs.example");

            assertIsOut(comeBack(elsewhere), "ne correspond pas à votre demande");
        }

        @Test
        void ofALinkMadeByAnotherBrowserIsRefused() {
            var theirs = new ProSanteConnectTest();
            var link = theirs.choose(theirs.leave(), DOCTOR);

            assertIsOut(comeBack(link), "faite avec ce navigateur");
        }

        @ParameterizedTest
        @MethodSource("org.parvis.federation.WrongTokens#all")
        void ofATokenThatIsMadeWronglyIsRefused(WrongTokens.Wrong wrong) {
            Simulations.minting(wrong.minting(), () -> assertIsOut(comeIn(DOCTOR), wrong.told()));
        }

        @Test
        void ofAnOutsideDestinationLeadHome() {
            var sent = location(browser.get("/connexion/par/psc?suite=//ailleurs.example"));

            assertThat(location(comeBack(choose(sent, DOCTOR)))).isEqualTo("/");
        }

        @Test
        void passWhenOnlyTheKeysWereChanged() {
            comeIn(DOCTOR);
            PRO_SANTE_CONNECT.rotateKeys();

            assertThat(location(comeIn(PHARMACIST))).isEqualTo("/mes-sessions");
        }

        @Test
        void passWhenClocksDifferByHalfAMinute() {
            Simulations.minting(
                    WrongTokens.at(Duration.ofSeconds(30)),
                    () -> assertThat(location(comeIn(DOCTOR))).isEqualTo("/mes-sessions"));
        }

        private void assertIsOut(HttpResponse<String> answer, String told) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains(told);
            assertThat(browser.get("/mes-sessions").statusCode()).isNotEqualTo(200);
        }

        private static URI with(URI address, String parameter, String value) {
            return URI.create(address.toString()
                    .replaceFirst("([?&]%s=)[^&]*".formatted(parameter), "$1" + URLEncoder.encode(value, UTF_8)));
        }

        private static String query(URI address, String parameter) {
            return address.getQuery().replaceFirst("(?:.*&)?%s=([^&]*).*".formatted(parameter), "$1");
        }
    }
}
