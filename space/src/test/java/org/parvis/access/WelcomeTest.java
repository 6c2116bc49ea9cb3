package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;

/** What is asked of whoever has come in, before anything else. */
class WelcomeTest {

    @Nested
    class TheCharter {
        private final Member newcomer = Member.newcomer(Audience.CITIZEN, Optional.empty());
        private final PlainBrowser browser = PlainBrowser.of(newcomer);

        @Test
        void comesBeforeEveryPageAndTheStore() {
            assertThat(browser.get("/?x=1").headers().firstValue("Location")).hasValue("/charte?suite=%2F%3Fx%3D1");
            assertThat(browser.get("/fhir/Patient").statusCode()).isEqualTo(403);
            assertThat(browser.get("/fhir/Patient").body()).contains("/charte waits");
        }

        @Test
        void isAcceptedOncePerVersion() {
            var charter = GuardedServer.part(Charter.class);

            browser.fill("/charte", Map.of("version", String.valueOf(charter.version())));

            assertThat(browser.get("/fhir/Patient?_summary=count").statusCode()).isEqualTo(200);
        }

        @Test
        void isNotAcceptedInAVersionThatIsNoMore() {
            browser.fill("/charte", Map.of("version", "0"));

            assertThat(browser.get("/fhir/Patient").statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class ThePosition {
        @Test
        void isTakenByItselfWhenThereIsOne() {
            var worker = Worker.in("Clinique du Parc");

            var page = worker.browser().get("/mes-sessions").body();

            assertThat(page).contains("Clinique du Parc").doesNotContain("<details");
            assertThat(worker.browser().get("/fhir/Organization?_summary=count").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void isAskedWhenThereAreSeveral() {
            var browser = Worker.in("Clinique du Parc", "CHU de Nantes").browser();

            assertThat(browser.get("/?x=1").headers().firstValue("Location")).hasValue("/contexte?suite=%2F%3Fx%3D1");
        }

        @Test
        void isChangedAtOnce() {
            var worker = Worker.in("Clinique du Parc", "CHU de Nantes");
            worker.browser().fill("/contexte", Map.of("poste", worker.roles().getFirst()));
            var before = worker.browser().get("/mes-sessions").body();

            worker.browser().fill("/contexte", Map.of("poste", worker.roles().getLast()));

            assertThat(before).contains("<summary>Clinique du Parc");
            assertThat(worker.browser().get("/mes-sessions").body()).contains("<summary>CHU de Nantes");
        }

        @Test
        void ofSomebodyElseCannotBeTaken() {
            var worker = Worker.in("Clinique du Parc", "CHU de Nantes");
            var other = Worker.in("SSR Les Tilleuls");

            var refused = worker.browser()
                    .fill("/contexte", Map.of("poste", other.roles().getFirst()));

            assertThat(refused.statusCode()).isEqualTo(403);
        }

        @Test
        void opensNothingOnceItIsOver() {
            var worker = Worker.in("Clinique du Parc", "CHU de Nantes");
            worker.browser().fill("/contexte", Map.of("poste", worker.roles().getFirst()));

            worker.leaves(worker.roles().getFirst());

            assertThat(worker.browser().get("/fhir/Organization").statusCode()).isEqualTo(403);
        }
    }
}
