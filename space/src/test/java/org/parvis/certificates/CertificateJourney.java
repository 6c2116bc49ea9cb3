package org.parvis.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.certificates.TestAuthority.Holder;
import org.parvis.web.PageVisit;

/** Certificates declared and withdrawn by an operator, in a real browser. */
class CertificateJourney {

    @Test
    void declaresOneAndWithdrawsIt() {
        TestRegister.keepTheStructure("590000889", "Clinique du Parcours");
        PageVisit.acting(GuardedServer.at("/certificats"), page -> {
            comeIn(page, Member.of(Audience.OPERATOR));
            declare(page, "000000000");
            assertThat(page.locator("[role=alert]").innerText()).contains("numéro FINESS");
            assertThat(PageVisit.faults(page, "certificates-refused")).isEmpty();
            declare(page, "590000889");

            page.getByText("Clinique du Parcours").waitFor();
            assertThat(PageVisit.faults(page, "certificates")).isEmpty();
            var mine = page.locator("section", new Page.LocatorOptions().setHasText("Clinique du Parcours"));
            mine.locator("summary").click();
            mine.locator("button").click();

            page.waitForURL("**/certificats");
            assertThat(page.getByText("Clinique du Parcours").count()).isZero();
        });
    }

    private static void comeIn(Page page, Member operator) {
        page.getByLabel("Identifiant").fill(operator.login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.getByLabel("Code à six chiffres").fill(operator.code());
        page.keyboard().press("Enter");
        page.waitForURL("**/certificats");
    }

    private static void declare(Page page, String finess) {
        page.locator("[name=nom]").fill("Logiciel du laboratoire");
        page.locator("[name=finess]").fill(finess);
        page.locator("[name=certificat]").fill(TestAuthority.pem(Holder.UNDECLARED));
        page.locator("main button", new Page.LocatorOptions().setHasText("Lui faire confiance"))
                .click();
    }
}
