package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.federation.Newborns.STORE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Worker;

/** Citizens who come in by FranceConnect, against a simulated one. */
class CitizensTest {

    private static final int HUGO = 1;
    private static final int ANA = 2;
    private static final int DENISE = 3;
    private static final int ERIK = 4;
    private static final int LOUANE = 5;
    private static final String UNTIED = "Votre compte n’est relié à aucun dossier";

    private final Traveller traveller = new Traveller("citoyen");
    private final PlainBrowser browser = traveller.browser();
    private final List<String> kept = new ArrayList<>();

    @AfterEach
    void forgetTheRecords() {
        kept.forEach(id -> STORE.update(STORE.read("Patient", id).orElseThrow().put("active", false)));
    }

    private String keep(ObjectNode record) {
        kept.add(Newborns.keep(record));
        return kept.getLast();
    }

    private static ObjectNode hugo(String status) {
        return Newborns.record("Faure", "Hugo Samir", "1990-01-15", "male", "62498", status);
    }

    @Nested
    class Asking {

        @Test
        void isForThePivotIdentityAtASubstantialLevel() {
            assertThat(traveller.leave())
                    .contains("acr_values=eidas2", "scope=openid%20identite_pivot%20preferred_username");
        }
    }

    @Nested
    class Recognition {

        @Test
        void isOfTheOnlyOneWhoWasBornSo() {
            var record = keep(Newborns.record("LOPES-COSTA", "Ana Maria", "1971-11-23", "female", "99139", "VALI"));

            comeInAndAccept(ANA);

            assertThat(browser.get("/").body()).contains("/dossier/" + record, "Ana MERCIER");
            assertThat(browser.get("/dossier/" + record).body()).contains("LOPES-COSTA");
        }

        @Test
        void lastsWhateverTheRecordSaysLater() {
            var record = keep(Newborns.record("LOPES-COSTA", "Ana Maria", "1971-11-23", "female", "99139", "VALI"));
            comeInAndAccept(ANA);
            var mine = address(browser.get("/").body());
            var changed = STORE.read("Patient", record).orElseThrow();
            ((ObjectNode) changed.path("name").path(0)).put("family", "Autre");
            STORE.update(changed);

            traveller.comeIn(ANA);

            assertThat(address(browser.get("/").body())).isEqualTo(mine);
        }

        @Test
        void waitsWhileAnotherRecordResembles() {
            keep(hugo("VALI"));
            keep(Newborns.record("FAURE", "Hugo", "1990-01-15", "male", "59350", "PROV"));

            assertWaits(HUGO);
        }

        @Test
        void waitsWhileTheIdentityIsNotChecked() {
            keep(hugo("PROV"));

            assertWaits(HUGO);
        }

        @Test
        void waitsWhileTheIdentityIsDoubtful() {
            keep(hugo("DOUT"));

            assertWaits(HUGO);
        }

        @Test
        void waitsWhenTheBirthplaceIsAnother() {
            keep(Newborns.record("FAURE", "Hugo Samir", "1990-01-15", "male", "59350", "VALI"));

            assertWaits(HUGO);
        }

        @Test
        void tellsNobodyWhetherThereIsARecord() {
            keep(hugo("PROV"));
            comeInAndAccept(HUGO);
            var withRecord = told(browser, "Hugo FAURE");
            var other = new Traveller("citoyen");
            other.comeIn(DENISE);
            Traveller.accept(other.browser());

            assertThat(told(other.browser(), "Denise VASSEUR")).isEqualTo(withRecord);
        }

        @Test
        void waitsForWhoeverTheRegisterDoesNotKnowWhole() {
            assertWaits(ERIK);
        }

        private String told(PlainBrowser somebody, String name) {
            return somebody.get("/mon-dossier")
                    .body()
                    .replace(name, "")
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
        }

        private void assertWaits(int person) {
            comeInAndAccept(person);

            assertThat(browser.get("/").body()).contains("Aucun dossier n’est relié");
            assertThat(browser.get("/mon-dossier").body()).contains(UNTIED);
        }
    }

    @Nested
    class ACode {

        private static final String CODE = "<p class=\"visit-code\">([^<]+)</p>";

        @Test
        void handedOverByWhoeverSeesTheRecordTiesItOnce() {
            var record = keep(hugo("PROV"));
            var code = handOver(record);
            comeInAndAccept(LOUANE);

            var answer = browser.fill("/mon-dossier", Map.of("code", code));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            assertThat(browser.get("/").body()).contains("/dossier/" + record);
            var late = new Traveller("citoyen");
            late.comeIn(ERIK);
            Traveller.accept(late.browser());
            assertThat(late.browser().fill("/mon-dossier", Map.of("code", code)).statusCode())
                    .isEqualTo(422);
        }

        @Test
        void isHandedOverByNobodyWhoDoesNotSeeTheRecord() {
            var stranger = Worker.in("Clinique sans lien " + System.nanoTime());

            assertThat(stranger.browser()
                            .submit("/mes-sessions", "/dossier/" + keep(hugo("PROV")) + "/partage/remise", Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void thatNobodyHandedOverIsRefused() {
            comeInAndAccept(HUGO);

            var answer = browser.fill("/mon-dossier", Map.of("code", "ACDE FGHJ"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Ce code n’existe pas");
        }

        private String handOver(String record) {
            var doctor = Worker.in("Cabinet du code " + System.nanoTime());
            var declared = STORE.read("Patient", record).orElseThrow();
            declared.putArray("generalPractitioner")
                    .addObject()
                    .put("reference", doctor.member().account().person().orElseThrow());
            STORE.update(declared);
            var page = doctor.browser()
                    .submit("/mes-sessions", "/dossier/" + record + "/partage/remise", Map.of())
                    .body();
            return page.replaceAll("(?s).*" + CODE + ".*", "$1");
        }
    }

    @Nested
    class Leaving {

        @Test
        void leadsOnToTheProviderAndBack() {
            comeInAndAccept(HUGO);

            var left = browser.submit("/mes-sessions", "/deconnexion", Map.of());

            var there = left.headers().firstValue("Refresh").orElseThrow().replaceFirst("0; url=", "");
            assertThat(there)
                    .startsWith(Simulations.FRANCE_CONNECT.issuer() + "/logout?")
                    .contains("id_token_hint=");
            HttpResponse<String> back = browser.send(HttpRequest.newBuilder(URI.create(there)));
            assertThat(Traveller.location(back)).startsWith(GuardedServer.at("/connexion") + "?state=");
            assertThat(browser.get("/mes-sessions").statusCode()).isEqualTo(303);
        }
    }

    private void comeInAndAccept(int person) {
        traveller.comeIn(person);
        Traveller.accept(browser);
    }

    private static String address(String page) {
        return page.replaceAll("(?s).*\"(/dossier/[^\"/]+)\".*", "$1");
    }
}
