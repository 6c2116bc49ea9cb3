package org.parvis.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.web.PageVisit;

/** An establishment declared by an operator, and its staff coming in, in a real browser. */
class EstablishmentJourney {

    @Test
    void isDeclaredByAnOperatorAndThenAnswersForItsStaff() {
        EstablishmentTest.keepTheHospital();
        PageVisit.acting(GuardedServer.at("/annuaires"), page -> {
            comeIn(page, Member.of(Audience.OPERATOR));
            declare(page, "000000000");
            assertThat(page.locator("[role=alert]").innerText()).contains("numéro FINESS");
            assertThat(PageVisit.faults(page, "federation-directories-refused")).isEmpty();
            declare(page, EstablishmentTest.FINESS);

            page.getByText("INFIRMIERS : Infirmier").waitFor();
            assertThat(PageVisit.faults(page, "federation-directories")).isEmpty();
        });
        PageVisit.acting(GuardedServer.at("/"), page -> {
            page.getByText("Se connecter avec mon établissement").click();
            assertThat(PageVisit.faults(page, "federation-establishments")).isEmpty();
            page.getByText("CH D’ESSAI").click();
            page.getByText("Ada Lambert").click();
            page.getByText("J’accepte").click();

            page.waitForURL(GuardedServer.at("/").toString());
            assertThat(page.locator("header").innerText()).contains("Ada LAMBERT", "CH D’ESSAI");
        });
    }

    private static void comeIn(Page page, Member operator) {
        page.getByLabel("Identifiant").fill(operator.login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.getByLabel("Code à six chiffres").fill(operator.code());
        page.keyboard().press("Enter");
        page.waitForURL("**/annuaires");
    }

    private static void declare(Page page, String finess) {
        page.getByLabel("Numéro FINESS").fill(finess);
        page.getByLabel("Adresse de son service").fill(Simulations.HOSPITAL.issuer());
        page.getByLabel("client id").fill("parvis");
        page.getByLabel("client secret").fill("simulation");
        page.locator("[name=groupes-nurse]").fill("INFIRMIERS");
        page.locator("[name=groupes-doctor]").fill("MEDECINS");
        // Other tests may have declared establishments, which one can cease to trust on the same page.
        var trust = new Page.GetByRoleOptions().setName("Lui faire confiance").setExact(true);
        page.getByRole(AriaRole.BUTTON, trust).click();
    }
}
