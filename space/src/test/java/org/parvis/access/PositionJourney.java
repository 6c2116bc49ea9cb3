package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.web.PageVisit;

/** Working in several structures, in a real browser. */
class PositionJourney {

    @Nested
    class AProfessional {
        @Test
        void saysWhereTheyActAndChangesItFromTheHeader() {
            var member = Worker.in("Clinique du Parc", "CHU de Nantes").member();

            PageVisit.acting(GuardedServer.at("/"), page -> {
                page.getByLabel("Identifiant").fill(member.login());
                page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
                page.keyboard().press("Enter");
                page.getByLabel("Code à six chiffres").fill(member.nextCode());
                page.keyboard().press("Enter");
                page.waitForURL("**/contexte**");
                assertThat(PageVisit.faults(page, "access-positions")).isEmpty();
                page.getByText("CHU de Nantes").click();
                page.waitForURL(GuardedServer.at("/").toString());

                page.locator("summary", new Page.LocatorOptions().setHasText("CHU de Nantes"))
                        .click();
                assertThat(PageVisit.faults(page, "access-workplaces")).isEmpty();
                page.getByText("Clinique du Parc – Médecin").click();
                page.locator("summary", new Page.LocatorOptions().setHasText("Clinique du Parc"))
                        .waitFor();
            });
        }
    }
}
