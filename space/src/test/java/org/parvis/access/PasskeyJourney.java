package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;
import org.parvis.web.PageVisit;

/** Coming in with a key that the device keeps, in a real browser with a device made for tests. */
class PasskeyJourney {

    @Nested
    class AMember {
        @Test
        void addsTheirDeviceAndComesInWithItAlone() {
            var member = Member.of(Audience.CITIZEN);

            PageVisit.acting(GuardedServer.at("/mes-cles"), page -> {
                connectDevice(page);
                arrive(page, member);
                page.getByLabel("Nom de cet appareil").fill("mon téléphone");
                page.getByText("Ajouter cet appareil").last().click();
                page.locator("caption").waitFor();
                assertThat(PageVisit.faults(page, "access-passkeys")).isEmpty();
                page.getByText("Se déconnecter").click();
                page.waitForURL("**/connexion");

                page.getByText("Utiliser une clé d’accès").click();
                page.waitForURL(GuardedServer.at("/").toString());

                page.navigate(GuardedServer.at("/mes-sessions").toString());
                assertThat(page.content()).contains("Clé d’accès");
            });
        }
    }

    @Nested
    class AnAnswer {
        @Test
        void thatNoDeviceGaveIsRefused() {
            var browser = new PlainBrowser();

            var refused = browser.submit("/connexion", "/connexion/cle", Map.of("reponse", "{\"id\":\"forged\"}"));

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(browser.isIn()).isFalse();
        }
    }

    @Nested
    class AChallenge {
        private final Challenges challenges = GuardedServer.part(Challenges.class);

        @Test
        void isAnsweredOnce() {
            var challenge = challenges.ask();

            assertThat(challenges.use(challenge)).isTrue();
            assertThat(challenges.use(challenge)).isFalse();
        }

        @Test
        void isOursOrNone() {
            var changed = challenges.ask();
            changed[changed.length - 1] ^= 1;

            assertThat(challenges.use(changed)).isFalse();
            assertThat(challenges.use(new byte[0])).isFalse();
        }
    }

    private static void arrive(Page page, Member member) {
        page.getByLabel("Identifiant").fill(member.login());
        page.getByLabel("Mot de passe").fill(GuardedServer.PASSWORD);
        page.keyboard().press("Enter");
        page.getByLabel("Code à six chiffres").fill(member.code());
        page.keyboard().press("Enter");
        page.waitForURL("**/mes-cles");
    }

    /** A device that keeps keys and always finds its owner's finger on it. */
    private static void connectDevice(Page page) {
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", device);
        var tools = page.context().newCDPSession(page);
        tools.send("WebAuthn.enable");
        tools.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
