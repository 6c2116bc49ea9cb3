package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.web.PageVisit;

/** A structure looks after its own people, in a real browser. */
class ReferentJourney {

    @Nested
    class AReferent {
        @Test
        void invitesSomebodyWhoComesInAndSuspendsThemAtOnce() {
            var referent = Worker.in("Clinique du Parc");
            var structure = referent.managesTheirStructure();
            var mail = "aline-%s@parvis.example".formatted(System.nanoTime());

            PageVisit.acting(GuardedServer.at("/comptes"), page -> {
                arrive(page, referent);
                page.getByLabel("Prénom et nom").fill("Aline Durand");
                page.getByLabel("Adresse électronique").fill(mail);
                page.getByLabel("Rôle").selectOption("nurse");
                page.getByText("Envoyer l’invitation").click();
                page.getByText("Un lien valable sept jours est parti").waitFor();
                assertThat(PageVisit.faults(page, "access-team-invited")).isEmpty();

                var invited = Townsfolk.accept(mail, "Aline Durand");
                assertThat(invited.get("/mes-sessions").body()).contains("Clinique du Parc");

                page.navigate(GuardedServer.at("/comptes/" + structure).toString());
                assertThat(PageVisit.faults(page, "access-team")).isEmpty();
                var row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Aline Durand"));
                row.getByText("Suspendre").click();
                page.getByText("Suspendu").waitFor();
                assertThat(invited.isIn()).isFalse();

                page.getByText("Rétablir").click();
                page.getByText("Suspendu")
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            });
        }

        private static void arrive(Page page, Worker referent) {
            page.getByLabel("Identifiant").fill(referent.member().login());
            page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
            page.keyboard().press("Enter");
            page.getByLabel("Code à six chiffres").fill(referent.member().nextCode());
            page.keyboard().press("Enter");
            page.getByText("Inviter une personne").waitFor();
        }
    }
}
