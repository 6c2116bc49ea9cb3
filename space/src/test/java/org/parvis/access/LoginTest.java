package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;

/** Coming in over HTTP, as a browser without script does. */
class LoginTest {

    @Nested
    class AStranger {
        @Test
        void isSentToTheLoginAndBackToWhereTheyWereGoing() {
            var member = Member.of(Audience.OPERATOR);
            var browser = new PlainBrowser();

            var asked = browser.get("/flux?x=1").headers().firstValue("Location");
            browser.submit(
                    asked.orElseThrow(),
                    "/connexion",
                    Map.of(
                            "identifiant",
                            member.login(),
                            "mot-de-passe",
                            GuardedServer.PASSWORD,
                            "suite",
                            "/flux?x=1"));
            var arrived = browser.tellCode(member.code());

            assertThat(asked).hasValue("/connexion?suite=%2Fflux%3Fx%3D1");
            assertThat(arrived.headers().firstValue("Location")).hasValue("/flux?x=1");
        }

        @Test
        void isRefusedByTheStoreInItsOwnWords() {
            var answer = new PlainBrowser().get("/fhir/Patient");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.body()).contains("OperationOutcome", "\"code\":\"login\"");
        }

        @Test
        void isToldWhatTheServerCanDo() {
            assertThat(new PlainBrowser().get("/fhir/metadata").statusCode()).isEqualTo(200);
            assertThat(new PlainBrowser().get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class AMember {
        @Test
        void comesInWithPasswordAndCode() {
            var browser = PlainBrowser.of(Member.of(Audience.CITIZEN));

            assertThat(browser.isIn()).isTrue();
            assertThat(browser.get("/fhir/Patient?_summary=count").statusCode()).isEqualTo(200);
        }

        @Test
        void isNotInAfterThePasswordAlone() {
            var member = Member.of(Audience.CITIZEN);
            var browser = new PlainBrowser();

            browser.tellPassword(member.login(), GuardedServer.PASSWORD);

            assertThat(browser.isIn()).isFalse();
        }

        @Test
        void isKeptOutOfOperatorsPages() {
            var browser = PlainBrowser.of(Member.of(Audience.PROFESSIONAL));

            assertThat(browser.get("/flux").statusCode()).isEqualTo(403);
        }

        @Test
        void leavesForGood() {
            var browser = PlainBrowser.of(Member.of(Audience.CITIZEN));
            var stolen = browser.session();

            browser.submit("/mes-sessions", "/deconnexion", Map.of());

            assertThat(browser.isIn()).isFalse();
            assertThat(statusWith(stolen)).isEqualTo(303);
        }
    }

    @Nested
    class ASession {
        @Test
        void isShownByACookieThatScriptsAndOtherSitesDoNotGet() {
            var member = Member.of(Audience.CITIZEN);
            var browser = new PlainBrowser();
            browser.tellPassword(member.login(), GuardedServer.PASSWORD);

            var cookie = browser.tellCode(member.code()).headers().allValues("Set-Cookie").stream()
                    .filter(header -> header.startsWith("parvis-session="))
                    .toList();

            assertThat(cookie)
                    .singleElement()
                    .satisfies(header -> assertThat(header).endsWith("; Path=/; HttpOnly; SameSite=Lax"));
        }

        @Test
        void isNeverOneThatWasThereBefore() {
            var member = Member.of(Audience.CITIZEN);
            var browser = new PlainBrowser();
            browser.plant("parvis-session", "known-to-a-thief");
            browser.tellPassword(member.login(), GuardedServer.PASSWORD);

            browser.tellCode(member.code());

            assertThat(browser.session()).isNotEqualTo("known-to-a-thief");
            assertThat(browser.isIn()).isTrue();
            assertThat(statusWith("known-to-a-thief")).isEqualTo(303);
        }

        @Test
        void endsForAThiefWhenItsHolderClosesIt() {
            var member = Member.of(Audience.CITIZEN);
            var stolen = PlainBrowser.of(member).session();
            var own = PlainBrowser.of(member, member.nextCode());

            own.submit("/mes-sessions", "/mes-sessions/autres/fin", Map.of());

            assertThat(statusWith(stolen)).isEqualTo(303);
            assertThat(own.isIn()).isTrue();
        }

        @Test
        void ofSomebodyElseCannotBeClosed() {
            var member = Member.of(Audience.CITIZEN);
            var browser = PlainBrowser.of(member);
            var id = GuardedServer.part(Sessions.class)
                    .of(member.account().id())
                    .getFirst()
                    .id();
            var other = PlainBrowser.of(Member.of(Audience.CITIZEN));

            other.submit("/mes-sessions", "/mes-sessions/%s/fin".formatted(id), Map.of());

            assertThat(browser.isIn()).isTrue();
        }
    }

    @Nested
    class ThoseWhoGuess {
        @Test
        void areNotToldWhetherTheLoginExists() {
            var member = Member.of(Audience.CITIZEN);

            var wrong = new PlainBrowser().tellPassword(member.login(), "pas la bonne phrase");
            var unknown = new PlainBrowser().tellPassword("personne", "pas la bonne phrase");

            assertThat(List.of(wrong.statusCode(), unknown.statusCode())).containsOnly(422);
            assertThat(told(wrong.body())).isEqualTo(told(unknown.body())).contains("incorrect");
        }

        @Test
        void waitAfterAFewTriesWhetherTheLoginExistsOrNot() {
            var member = Member.of(Audience.CITIZEN);

            assertThat(sixthTry(member.login())).contains("Trop d’essais");
            assertThat(sixthTry("personne-" + System.nanoTime())).contains("Trop d’essais");
        }

        @Test
        void cannotUseACodeTwice() {
            var member = Member.of(Audience.CITIZEN);
            var code = member.code();
            var first = new PlainBrowser();
            first.tellPassword(member.login(), GuardedServer.PASSWORD);
            first.tellCode(code);
            var second = new PlainBrowser();
            second.tellPassword(member.login(), GuardedServer.PASSWORD);

            var again = second.tellCode(code);

            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("il a déjà servi");
            assertThat(second.isIn()).isFalse();
        }

        private static String sixthTry(String login) {
            var browser = new PlainBrowser();
            for (int tries = 0; tries < 5; tries++) {
                browser.tellPassword(login, "pas la bonne phrase");
            }
            return browser.tellPassword(login, GuardedServer.PASSWORD).body();
        }

        private static String told(String page) {
            return page.substring(page.indexOf("role=\"alert\""), page.indexOf("<form"));
        }
    }

    /** How whoever holds this cookie alone is answered. */
    private static int statusWith(String session) {
        var thief = new PlainBrowser();
        thief.plant("parvis-session", session);
        return thief.get("/mes-sessions").statusCode();
    }
}
