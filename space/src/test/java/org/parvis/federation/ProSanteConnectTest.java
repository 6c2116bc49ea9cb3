package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.federation.Simulations.PRO_SANTE_CONNECT;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.rest.StoreClient;
import org.parvis.simulation.Minting;

/** Pro Santé Connect as it is relied upon, against a simulated one. */
class ProSanteConnectTest {

    private static final int DOCTOR = 0;
    private static final int PHARMACIST = 1;
    private static final int TEST_IDENTITY = 3;
    private static final StoreClient STORE =
            GuardedServer.part(FhirEndpoint.class).as(Caller.system());

    private final Traveller traveller = new Traveller("psc");
    private final PlainBrowser browser = traveller.browser();

    @Nested
    class Asking {

        @Test
        void isForALevelWithStateNonceAndPkce() {
            assertThat(traveller.leave())
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
            var arrival = traveller.comeIn(DOCTOR);

            assertThat(Traveller.location(arrival)).isEqualTo("/mes-sessions");
            assertThat(browser.get("/mes-sessions").body()).contains("Zoé LE GOFF");
        }

        @Test
        void opensOneForATestIdentityToo() {
            traveller.comeIn(TEST_IDENTITY);

            assertThat(browser.get("/mes-sessions").statusCode()).isEqualTo(200);
        }

        @Test
        void withoutHavingChosenIsToldInPlainWords() {
            var refused = traveller.comeIn("aucun");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("vous avez renoncé", "/connexion/par/psc");
        }
    }

    @Nested
    class Directory {

        @Test
        void learnsOfAProfessionalWithTheirPractices() {
            traveller.comeIn(DOCTOR);
            var practitioner = "practitioner.identifier=https://rpps.esante.gouv.fr|99900000011";

            var roles = STORE.search("PractitionerRole?" + practitioner + "&_include=PractitionerRole:organization");

            assertThat(roles.matches())
                    .filteredOn(role -> role.at("/meta/source").asText().equals(PRO_SANTE_CONNECT.issuer()))
                    .hasSize(2);
            assertThat(roles.included())
                    .extracting(organization -> organization.path("name").asText())
                    .contains("CABINET DES LILAS", "HOPITAL DES QUATRE VENTS");
        }

        @Test
        void tellsWhereTheyMayAct() {
            traveller.comeIn(DOCTOR);

            assertThat(browser.get("/contexte").body())
                    .contains("CABINET DES LILAS", "HOPITAL DES QUATRE VENTS", "Médecin");
        }

        @Test
        void learnsNothingTwice() {
            traveller.comeIn(PHARMACIST);
            traveller.comeIn(PHARMACIST);

            assertThat(STORE.search("Practitioner?identifier=https://rpps.esante.gouv.fr|99900000029")
                            .matches())
                    .hasSize(1);
            assertThat(STORE.search("PractitionerRole?practitioner.identifier=https://rpps.esante.gouv.fr|99900000029")
                            .matches())
                    .hasSize(1);
        }

        @Test
        void hasNoPlaceForSomebodyWithoutRpps() {
            traveller.comeIn(TEST_IDENTITY);

            assertThat(STORE.search("Practitioner?family=ESSAI").matches()).isEmpty();
        }
    }

    @Nested
    class LeavingThere {

        private final List<String> told = new ArrayList<>();

        @Test
        void endsTheSessionHere() {
            PRO_SANTE_CONNECT.know(Simulations.SIGNING.toldOfEndsAt(GuardedServer.at("/connexion/fin/psc")));
            Simulations.minting(this::overheard, () -> traveller.comeIn(DOCTOR));
            assertThat(browser.get("/mes-sessions").statusCode()).isEqualTo(200);

            new PlainBrowser()
                    .send(HttpRequest.newBuilder(
                            URI.create(PRO_SANTE_CONNECT.issuer() + "/logout?id_token_hint=" + told.getFirst())));

            assertThat(browser.get("/mes-sessions").statusCode()).isNotEqualTo(200);
        }

        @Test
        void isNotBelievedOfATokenThatSaysWhoSomebodyIs() {
            Simulations.minting(this::overheard, () -> traveller.comeIn(DOCTOR));

            var refused = browser.post("/connexion/fin/psc", Map.of("logout_token", told.getFirst()), Optional.empty());

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(browser.get("/mes-sessions").statusCode()).isEqualTo(200);
        }

        private String overheard(JWTClaimsSet claims, RSAKey key, String type) {
            told.add(Minting.signed(claims, key, type));
            return told.getLast();
        }
    }

    @Nested
    class BadDays {

        @Test
        void ofACodeThatServedIsToldAsStale() {
            var back = traveller.choose(traveller.leave(), DOCTOR);
            traveller.comeBack(back);

            var again = traveller.comeBack(back);

            assertThat(again.statusCode()).isEqualTo(403);
            assertThat(again.body()).contains("a expiré ou a déjà servi");
        }

        @Test
        void ofACodeThatServedElsewhereIsNoProof() {
            var stolen = query(traveller.choose(traveller.leave(), DOCTOR), "code");
            var mine = traveller.choose(traveller.leave(), PHARMACIST);

            assertIsOut(traveller.comeBack(with(mine, "code", stolen)), "n’a pas pu être vérifiée");
        }

        @Test
        void ofAChangedStateIsRefused() {
            assertIsOut(
                    traveller.comeBack(with(traveller.choose(traveller.leave(), DOCTOR), "state", "autre")),
                    "ne correspond pas à votre demande");
        }

        @Test
        void ofAnAnswerInAnotherIssuersNameIsRefused() {
            var elsewhere = with(traveller.choose(traveller.leave(), DOCTOR), "iss", "https://ailleurs.example");

            assertIsOut(traveller.comeBack(elsewhere), "ne correspond pas à votre demande");
        }

        @Test
        void ofALinkMadeByAnotherBrowserIsRefused() {
            var theirs = new Traveller("psc");
            var link = theirs.choose(theirs.leave(), DOCTOR);

            assertIsOut(traveller.comeBack(link), "faite avec ce navigateur");
        }

        @ParameterizedTest
        @MethodSource("org.parvis.federation.WrongTokens#all")
        void ofATokenThatIsMadeWronglyIsRefused(WrongTokens.Wrong wrong) {
            Simulations.minting(wrong.minting(), () -> assertIsOut(traveller.comeIn(DOCTOR), wrong.told()));
        }

        @Test
        void ofAnOutsideDestinationLeadHome() {
            var sent = Traveller.location(browser.get("/connexion/par/psc?suite=//ailleurs.example"));

            assertThat(Traveller.location(traveller.comeBack(traveller.choose(sent, DOCTOR))))
                    .isEqualTo("/");
        }

        @Test
        void passWhenOnlyTheKeysWereChanged() {
            traveller.comeIn(DOCTOR);
            PRO_SANTE_CONNECT.rotateKeys();

            assertThat(Traveller.location(traveller.comeIn(PHARMACIST))).isEqualTo("/mes-sessions");
        }

        @Test
        void passWhenClocksDifferByHalfAMinute() {
            Simulations.minting(
                    WrongTokens.at(Duration.ofSeconds(30)),
                    () -> assertThat(Traveller.location(traveller.comeIn(DOCTOR)))
                            .isEqualTo("/mes-sessions"));
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
