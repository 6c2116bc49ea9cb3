package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.web.PageVisit;

/** Another password, and the end of an account, in a real browser. */
class OwnAccountJourney {

    private static final String NEW = "encore une phrase que je retiens";

    @Test
    void changesThePassword() {
        var member = Member.of(Audience.CITIZEN);
        PageVisit.acting(GuardedServer.at("/mon-compte"), page -> {
            comeIn(page, member);
            change(page, "pas le bon mot de passe", member);
            page.getByText("n’est pas le bon").first().waitFor();
            assertThat(PageVisit.faults(page, "account-refused")).isEmpty();
            change(page, GuardedServer.PASSWORD, member);

            page.getByText("Votre mot de passe est changé").waitFor();
            assertThat(PageVisit.faults(page, "account-changed")).isEmpty();
        });
    }

    private static void comeIn(Page page, Member member) {
        page.getByLabel("Identifiant").fill(member.login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.getByLabel("Code à six chiffres").fill(member.code());
        page.keyboard().press("Enter");
        page.waitForURL("**/mon-compte");
    }

    private static void change(Page page, String password, Member member) {
        page.locator("#champ-actuel").fill(password);
        page.locator("#champ-mot-de-passe").fill(NEW);
        page.locator("#champ-code").fill(member.nextCode());
        page.getByText("Changer de mot de passe").last().click();
    }
}
