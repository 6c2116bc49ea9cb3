package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;

/** Coming back without password or without application. */
class RecoveryTest {

    private static final String NEW = "une autre phrase que je retiens";

    private final Member member = Member.of(Audience.CITIZEN);
    private final PlainBrowser browser = new PlainBrowser();

    @Nested
    class AForgottenPassword {
        @Test
        void isReplacedByALinkAndACodeOfTheApplication() {
            var stolen = PlainBrowser.of(member);

            browser.fill("/connexion/oubli", Map.of("identifiant", member.login()));
            var renewed = browser.fill(
                    link(GuardedServer.letterTo(member.mail())),
                    Map.of("mot-de-passe", NEW, "code", member.nextCode()));

            assertThat(renewed.body()).contains("Votre mot de passe est changé");
            assertThat(stolen.isIn()).isFalse();
            assertThat(browser.tellPassword(member.login(), GuardedServer.PASSWORD)
                            .statusCode())
                    .isEqualTo(422);
            assertThat(browser.tellPassword(member.login(), NEW).statusCode()).isEqualTo(303);
        }

        @Test
        void isNotReplacedByTheMailboxAlone() {
            browser.fill("/connexion/oubli", Map.of("identifiant", member.login()));

            var refused = browser.fill(
                    link(GuardedServer.letterTo(member.mail())), Map.of("mot-de-passe", NEW, "code", "000000"));

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(browser.tellPassword(member.login(), NEW).statusCode()).isEqualTo(422);
        }

        @Test
        void isToldOfTheSameWayWhetherOrNotThereIsSuchAnAccount() {
            var known = browser.fill("/connexion/oubli", Map.of("identifiant", member.login()));
            var unknown = browser.fill("/connexion/oubli", Map.of("identifiant", "personne-" + System.nanoTime()));

            assertThat(main(known.body())).isEqualTo(main(unknown.body()));
        }

        @Test
        void leadsToThisServerWhateverTheBrowserCallsIt() {
            browser.fill("/connexion/oubli", Map.of("identifiant", member.login()));

            assertThat(GuardedServer.letterTo(member.mail()))
                    .contains(GuardedServer.at("/connexion/oubli/").toString());
        }

        @Test
        void fillsNobodysMailbox() {
            for (int asked = 0; asked < 5; asked++) {
                browser.fill("/connexion/oubli", Map.of("identifiant", member.login()));
            }
            GuardedServer.letterTo(member.mail());

            assertThat(GuardedServer.lettersTo(member.mail())).isLessThanOrEqualTo(3);
        }
    }

    @Nested
    class AForgottenTelephone {
        @Test
        void isReplacedByACodeSentByMailAfterThePassword() {
            browser.tellPassword(member.login(), GuardedServer.PASSWORD);
            browser.submit("/connexion/code", "/connexion/code/courriel", Map.of());
            var code = Pattern.compile("\\b\\d{8}\\b").matcher(GuardedServer.letterTo(member.mail()));
            assertThat(code.find()).isTrue();

            browser.tellCode(code.group());

            assertThat(browser.isIn()).isTrue();
        }

        @Test
        void isNotReplacedBeforeThePassword() {
            browser.submit("/connexion/code", "/connexion/code/courriel", Map.of());

            assertThat(GuardedServer.lettersTo(member.mail())).isZero();
        }
    }

    private static String link(String letter) {
        var link = Pattern.compile("/connexion/oubli/[\\w-]+").matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main"));
    }
}
