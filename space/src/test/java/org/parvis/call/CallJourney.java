package org.parvis.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.PageVisit;

/** Coming from one's own software, in a real browser. */
class CallJourney {

    @BeforeAll
    static void keepTheRecord() throws IOException {
        try (var bundle = CallJourney.class.getResourceAsStream("/records/jeanne.json")) {
            GuardedServer.part(FhirEndpoint.class).as(Caller.system()).bundle((ObjectNode)
                    new ObjectMapper().readTree(bundle));
        }
    }

    @Nested
    class ACall {
        @Test
        void opensTheRecordAfterTheLoginAndLeadsBack() {
            var call = "/appel?jeton=" + CallingSoftware.call(Instant.now(), UnaryOperator.identity());

            PageVisit.acting(GuardedServer.at(call), page -> {
                comeIn(page);
                page.waitForURL("**/dossier/jeanne");
                assertThat(page.getByText("← Revenir à " + CallingSoftware.NAME).getAttribute("href"))
                        .isEqualTo("https://dossier.exemple.fr/patients/42");
                assertThat(PageVisit.faults(page, "call-opened")).isEmpty();

                page.navigate(GuardedServer.at("/").toString());
                page.getByText("Exemple Jeanne").waitFor();
                assertThat(PageVisit.faults(page, "home-professional-busy")).isEmpty();

                page.navigate(GuardedServer.at(call).toString());
                page.getByText("Ce lien a déjà servi.").waitFor();
                assertThat(PageVisit.faults(page, "call-replayed")).isEmpty();
            });
        }
    }

    private static void comeIn(Page page) {
        var member = Member.of(Audience.PROFESSIONAL, Optional.of("Practitioner/leclerc"));
        page.getByLabel("Identifiant").fill(member.login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/connexion/code**");
        page.getByLabel("Code à six chiffres").fill(member.code());
        page.keyboard().press("Enter");
    }
}
