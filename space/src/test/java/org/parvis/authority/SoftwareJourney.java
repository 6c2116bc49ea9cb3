package org.parvis.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.web.PageVisit;

/** Software made known by an operator, in a real browser. */
class SoftwareJourney {

    @Test
    void isMadeKnownAndForgotten() {
        TestSoftware.keepTheStructure();
        PageVisit.acting(GuardedServer.at("/logiciels"), page -> {
            comeIn(page, Member.of(Audience.OPERATOR));
            declare(page, "des clés");
            assertThat(page.locator("[role=alert]").innerText()).contains("JWKS");
            assertThat(PageVisit.faults(page, "authority-refused")).isEmpty();
            declare(page, TestSoftware.keys(TestSoftware.freshKey()));

            var known = page.locator("section", new Page.LocatorOptions().setHasText("Dossier d’essai"));
            assertThat(known.innerText()).contains("client id", "system/Patient.rs");
            assertThat(PageVisit.faults(page, "authority-software")).isEmpty();
            known.locator("summary").click();
            known.locator("button").click();
            assertThat(page.locator("main").innerText()).doesNotContain("Dossier d’essai");
        });
    }

    private static void comeIn(Page page, Member operator) {
        page.getByLabel("Identifiant").fill(operator.login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.getByLabel("Code à six chiffres").fill(operator.code());
        page.keyboard().press("Enter");
        page.waitForURL("**/logiciels");
    }

    private static void declare(Page page, String keys) {
        page.locator("[name=nom]").fill("Dossier d’essai");
        page.locator("#usage-service").check(new Locator.CheckOptions().setForce(true));
        page.locator("[name=finess]").fill("590000555");
        page.locator("[name=droits]").fill("system/Patient.rs");
        page.locator("[name=cles]").fill(keys);
        page.locator("main button", new Page.LocatorOptions().setHasText("Déclarer ce logiciel"))
                .click();
    }
}
