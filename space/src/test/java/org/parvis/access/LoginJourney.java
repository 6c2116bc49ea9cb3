package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.web.PageVisit;

/** Coming in with an account of Parvis, in a real browser. */
class LoginJourney {

    @Nested
    class TheFirstOperator {
        @Test
        void opensTheirAccountByTheLinkThatTheFirstStartPrinted() {
            PageVisit.acting(GuardedServer.at(GuardedServer.FIRST_LINK), page -> {
                assertThat(PageVisit.faults(page, "access-invitation")).isEmpty();
                page.getByLabel("Prénom et nom").fill("Camille Exploitante");
                page.getByLabel("Identifiant").fill("camille@parvis.example");
                page.getByLabel("Mot de passe").fill("trop court");
                page.getByText("Continuer").click();
                assertThat(PageVisit.faults(page, "access-invitation-refused")).isEmpty();
                page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
                page.getByText("Continuer").click();

                assertThat(PageVisit.faults(page, "access-application")).isEmpty();
                page.getByLabel("Code à six chiffres")
                        .fill(Application.of(page.locator(".key").innerText()).code(Instant.now()));
                page.getByText("Terminer").click();

                page.getByText("J’accepte cette charte").waitFor();
                assertThat(PageVisit.faults(page, "access-charter")).isEmpty();
                page.getByText("J’accepte cette charte").click();

                page.waitForURL(GuardedServer.at("/").toString());
                assertThat(page.locator("header").innerText()).contains("Camille Exploitante", "Abonnements");
            });
        }
    }

    @Nested
    class AMember {
        @Test
        void comesInSeesTheirSessionsAndEndsThem() {
            var member = Member.of(Audience.OPERATOR);
            PlainBrowser.of(member);

            PageVisit.acting(GuardedServer.at("/abonnements"), page -> {
                assertThat(PageVisit.faults(page, "access-password")).isEmpty();
                page.getByLabel("Identifiant").fill(member.login());
                page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
                page.keyboard().press("Enter");
                page.waitForURL("**/connexion/code");
                assertThat(PageVisit.faults(page, "access-code")).isEmpty();
                page.getByLabel("Code à six chiffres").fill(member.nextCode());
                page.keyboard().press("Enter");
                page.waitForURL("**/abonnements");

                page.getByText(member.account().name()).click();
                assertThat(PageVisit.faults(page, "access-sessions")).isEmpty();
                page.getByText("Fermer toutes les autres sessions").click();
                page.getByText("Une session ouverte").waitFor();

                page.getByText("Se déconnecter").click();
                page.waitForURL("**/connexion");
            });
        }

        @Test
        void isToldPlainlyWhatWentWrong() {
            PageVisit.acting(GuardedServer.at("/connexion"), page -> {
                page.getByLabel("Identifiant").fill("personne");
                page.getByLabel("Mot de passe").fill("pas la bonne phrase");
                page.keyboard().press("Enter");
                page.getByText("Identifiant ou mot de passe incorrect").waitFor();

                assertThat(PageVisit.faults(page, "access-password-wrong")).isEmpty();
            });
        }
    }

    @Nested
    class AStranger {
        @Test
        void findsALinkThatServesNoMoreExplained() {
            PageVisit.acting(GuardedServer.at("/invitation/used-long-ago"), page -> {
                assertThat(page.content()).contains("Ce lien ne sert plus");
                assertThat(PageVisit.faults(page, "access-over")).isEmpty();
            });
        }
    }
}
