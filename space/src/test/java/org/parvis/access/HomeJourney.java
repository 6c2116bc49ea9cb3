package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.web.PageVisit;

/** What each sort of member arrives at, in a real browser. */
class HomeJourney {

    @Nested
    class AProfessional {
        @Test
        void isShownAroundOnce() {
            var member = Member.of(Audience.PROFESSIONAL);

            PageVisit.acting(GuardedServer.at("/"), page -> {
                comeIn(page, member);
                page.getByText("Bienvenue").waitFor();
                assertThat(PageVisit.faults(page, "home-professional")).isEmpty();
                page.getByText("Faire le tour").click();
                assertThat(PageVisit.faults(page, "tour")).isEmpty();
                page.getByText("J’ai fait le tour").click();
                page.getByText("Vos services").waitFor();

                assertThat(page.getByText("Bienvenue").count()).isZero();
            });
        }
    }

    @Nested
    class ACitizen {
        @Test
        void isToldHowToReachTheirRecord() {
            PageVisit.acting(GuardedServer.at("/"), page -> {
                comeIn(page, Member.of(Audience.CITIZEN));
                page.getByText("Aucun dossier n’est relié").waitFor();

                assertThat(PageVisit.faults(page, "home-citizen-without-record"))
                        .isEmpty();
            });
        }

        @Test
        void seesWhatIsTheirs() {
            PageVisit.acting(GuardedServer.at("/"), page -> {
                comeIn(page, Member.of(Audience.CITIZEN, Optional.of("Patient/jeanne")));
                page.getByText("Ouvrir mon dossier").waitFor();

                assertThat(PageVisit.faults(page, "home-citizen")).isEmpty();
            });
        }
    }

    @Nested
    class AnOperator {
        @Test
        void announcesSomethingToAll() {
            PageVisit.acting(GuardedServer.at("/annonces"), page -> {
                comeIn(page, Member.of(Audience.OPERATOR));
                page.getByLabel("Titre").fill("Coupure samedi");
                page.getByText("Publier l’annonce").click();
                assertThat(PageVisit.faults(page, "announcements-refused")).isEmpty();
                page.getByLabel("Texte").fill("De 6 h à 7 h.");
                page.getByLabel("Dernier jour").fill("2099-01-01");
                page.getByText("Publier l’annonce").click();
                page.getByText("Retirer").first().click();

                page.getByText("Rien n’est annoncé").waitFor();
            });
        }
    }

    private static void comeIn(Page page, Member member) {
        page.getByLabel("Identifiant").fill(member.login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/connexion/code");
        page.getByLabel("Code à six chiffres").fill(member.code());
        page.keyboard().press("Enter");
    }
}
