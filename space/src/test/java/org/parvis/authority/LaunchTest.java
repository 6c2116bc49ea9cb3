package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.authority.TestApplication.answer;
import static org.parvis.authority.TestApplication.location;
import static org.parvis.authority.TestApplication.page;
import static org.parvis.authority.TestApplication.post;
import static org.parvis.authority.TestSoftware.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.PlainBrowser;
import org.parvis.access.Visitor.Audience;
import org.parvis.access.Worker;

/** Applications opened on a patient (SMART App Launch 2): from a record, and by themselves. */
class LaunchTest {

    private final Worker doctor = Worker.in("Cabinet du Port");
    private final PlainBrowser person = doctor.browser();
    private final String jules = TestPatients.of(doctor, "Jules");
    private final String lea = TestPatients.of(doctor, "Lea");

    private static JsonNode redeemed(TestApplication application, HttpResponse<String> sent) {
        var code = answer(sent).getOrDefault("code", "");
        return TestSoftware.json(
                post("/oauth2/token", application.redemption(code)).body());
    }

    private static int total(JsonNode tokens, String search) {
        var found = get(search, tokens.path("access_token").asText());
        return TestSoftware.json(found.body()).path("total").asInt();
    }

    @Nested
    class FromARecord {

        private static final String SCOPES = "launch fhirUser patient/*.rs";

        private final TestApplication application = TestApplication.with(SCOPES);

        /** Opens the application from this patient's record: the value that it was opened with. */
        private String opened(PlainBrowser by, String patient) {
            var tab = "/dossier/%s/applications".formatted(patient);
            var sent = by.submit(tab, tab + "/" + application.known().id(), Map.of());
            var address = URI.create(location(sent).orElseThrow());
            assertThat(address.getHost()).isEqualTo("courbes.exemple.fr");
            var told = TestApplication.parameters(address);
            assertThat(told).containsEntry("iss", GuardedServer.at("/fhir").toString());
            return told.getOrDefault("launch", "");
        }

        private Map<String, String> asking(String launch) {
            var asked = application.asking(SCOPES);
            asked.put("launch", launch);
            return asked;
        }

        @Test
        void beginsOnItsPatientAndTellsWhoTheyAreAndForWhom() {
            var sent = TestApplication.decide(person, asking(opened(person, jules)), Map.of("choix", "autoriser"));

            var tokens = redeemed(application, sent);

            assertThat(tokens.path("patient").asText()).isEqualTo(jules);
            assertThat(tokens.path("need_patient_banner").asBoolean()).isTrue();
            assertThat(tokens.path("fhirUser").asText())
                    .isEqualTo(GuardedServer.at("/fhir/"
                                    + doctor.member().account().person().orElseThrow())
                            .toString());
        }

        @Test
        void opensNobodyElsesData() {
            var sent = TestApplication.decide(person, asking(opened(person, jules)), Map.of("choix", "autoriser"));

            var tokens = redeemed(application, sent);

            assertThat(total(tokens, "/fhir/Observation?_total=accurate&patient=" + jules))
                    .isEqualTo(1);
            assertThat(total(tokens, "/fhir/Observation?_total=accurate&patient=" + lea))
                    .isZero();
            assertThat(total(tokens, "/fhir/Patient?_total=accurate")).isEqualTo(1);
        }

        @Test
        void onASecondPatientAsksNobodyAgain() {
            TestApplication.decide(person, asking(opened(person, jules)), Map.of("choix", "autoriser"));

            var sent = person.get(page(person, asking(opened(person, lea))));

            assertThat(redeemed(application, sent).path("patient").asText()).isEqualTo(lea);
        }

        @Test
        void servesOnce() {
            var launch = opened(person, jules);
            TestApplication.decide(person, asking(launch), Map.of("choix", "autoriser"));

            assertThat(person.get(page(person, asking(launch))).body()).contains("n’est plus connu ici");
        }

        @Test
        void isWorthNothingToSomebodyElse() {
            var launch = opened(person, jules);
            var stranger = Worker.in("Clinique Voisine").browser();

            assertThat(stranger.get(page(stranger, asking(launch))).body()).contains("n’est plus connu ici");
        }

        @Test
        void isNotOfferedOnARecordThatIsClosed() {
            var stranger = Worker.in("Clinique Voisine").browser();

            var sent = stranger.submit(
                    "/mes-sessions",
                    "/dossier/%s/applications/%s"
                            .formatted(jules, application.known().id()),
                    Map.of());

            assertThat(sent.statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class ByItself {

        private static final String SCOPES = "launch/patient patient/Observation.rs";

        private final TestApplication application = TestApplication.with(SCOPES);

        @Test
        void hasAProfessionalChooseAmongTheirPatients() {
            var page = page(person, application.asking(SCOPES));
            assertThat(person.get(page).body()).contains("Jules", "Lea");
            assertThat(person.get(page + "&nom=lea").body()).contains("Lea").doesNotContain("Jules");

            var chosen = page + "&dossier=" + lea;
            assertThat(person.get(chosen).body()).contains("sur le dossier de", "Lea");
            var tokens =
                    redeemed(application, person.submit(chosen, page, Map.of("choix", "autoriser", "dossier", lea)));

            assertThat(tokens.path("patient").asText()).isEqualTo(lea);
            assertThat(total(tokens, "/fhir/Observation?_total=accurate")).isEqualTo(1);
        }

        @Test
        void cannotChooseForThePersonWhateverTheyApprovedBefore() {
            var page = page(person, application.asking(SCOPES));
            person.submit(page + "&dossier=" + lea, page, Map.of("choix", "autoriser", "dossier", lea));

            assertThat(person.get(page + "&dossier=" + jules).body()).contains("sur le dossier de", "Jules");
        }

        @Test
        void offersNobodyWhoseRecordIsClosed() {
            var stranger = Worker.in("Clinique Voisine").browser();
            var page = page(stranger, application.asking(SCOPES));

            assertThat(stranger.get(page + "&dossier=" + lea).body())
                    .contains("De quel patient")
                    .doesNotContain("Lea");
        }

        @Test
        void beginsOnPatientsThemselvesWithoutAsking() {
            var patient = PlainBrowser.of(Member.of(Audience.CITIZEN, Optional.of("Patient/" + jules)));

            var tokens = redeemed(
                    application,
                    TestApplication.decide(patient, application.asking(SCOPES), Map.of("choix", "autoriser")));

            assertThat(tokens.path("patient").asText()).isEqualTo(jules);
            assertThat(total(tokens, "/fhir/Observation?_total=accurate")).isEqualTo(1);
        }
    }
}
