package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;

/** What strangers try at the door. What {@link LoginTest} holds is not here again: stolen cookie, fixation, replayed code. */
class BadDaysTest {

    @Nested
    class AForm {
        private final Member member = Member.of(Audience.CITIZEN);

        @Test
        void ofAStrangersPageIsRefused() {
            var browser = PlainBrowser.of(member);

            var refused = browser.post("/deconnexion", Map.of(), Optional.empty());

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("Ce formulaire a expiré");
            assertThat(browser.isIn()).isTrue();
        }

        @Test
        void withSomebodyElsesTokenIsRefused() {
            var browser = PlainBrowser.of(member);

            var refused = browser.post("/deconnexion", Map.of(), Optional.of("c3RvbGVu"));

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(browser.isIn()).isTrue();
        }

        @Test
        void thatLogsOneInWithoutATokenIsRefused() {
            var refused = new PlainBrowser()
                    .post(
                            "/connexion",
                            Map.of("identifiant", member.login(), "mot-de-passe", GuardedServer.PASSWORD),
                            Optional.empty());

            assertThat(refused.statusCode()).isEqualTo(403);
        }

        @Test
        void thatIsAsLongAsABookIsRefused() {
            var browser = new PlainBrowser();

            var refused = browser.fill(
                    "/connexion", Map.of("identifiant", "x".repeat(1_000_000), "mot-de-passe", "une phrase"));

            assertThat(refused.statusCode()).isBetween(400, 499);
        }

        @Test
        void withoutItsFieldsIsNotUnderstood() {
            assertThat(new PlainBrowser().fill("/connexion", Map.of()).statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class AStrangersPage {
        @Test
        void cannotWriteIntoTheStoreWithAVisitorsCookie() {
            var browser = PlainBrowser.of(Member.of(Audience.OPERATOR));

            var refused = browser.send(HttpRequest.newBuilder(GuardedServer.at("/fhir/Patient"))
                    .header("Content-Type", "application/fhir+json")
                    .header("Origin", "https://stranger.example")
                    .POST(BodyPublishers.ofString("{\"resourceType\":\"Patient\"}")));

            assertThat(refused.statusCode()).isEqualTo(401);
        }

        @Test
        void isNotLedToAfterALogin() {
            var member = Member.of(Audience.CITIZEN);
            var browser = new PlainBrowser();

            browser.submit(
                    "/connexion",
                    "/connexion",
                    Map.of(
                            "identifiant",
                            member.login(),
                            "mot-de-passe",
                            GuardedServer.PASSWORD,
                            "suite",
                            "//stranger.example/"));

            assertThat(browser.tellCode(member.code()).headers().firstValue("Location"))
                    .hasValue("/");
        }

        @Test
        void cannotFrameOursNorGuessWhatTheyAre() {
            var page = new PlainBrowser().get("/connexion").headers();

            assertThat(page.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(page.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(page.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        }
    }

    @Nested
    class AnAddress {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/connexion?suite=%2F%0d%0aSet-Cookie:%20parvis-session=known",
                    "/%2e%2e/%2e%2e/etc/passwd",
                    "/assets/..%2f..%2fapplication.properties",
                    "/connexion;/flux",
                    "//flux"
                })
        void thatIsMeantToMisleadLeadsNowhere(String path) {
            var answer = new PlainBrowser().get(path);

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .noneMatch(cookie -> cookie.startsWith("parvis-session"));
            assertThat(answer.body()).doesNotContain("root:", "server.port", "Le flux des changements");
        }
    }

    @Nested
    class ALetter {
        @Test
        void hasNoMoreThanOneAddresseeAndSubject() {
            var referent = Worker.in("Clinique du Parc");
            var structure = referent.managesTheirStructure();

            var refused = referent.browser()
                    .submit(
                            "/comptes/" + structure,
                            "/comptes/%s/invitations".formatted(structure),
                            Map.of(
                                    "nom", "Aline",
                                    "courriel", "aline@parvis.example\r\nBcc: everybody@parvis.example",
                                    "famille", "nurse"));

            assertThat(refused.body()).contains("Indiquez une adresse électronique");
            assertThat(GuardedServer.lettersTo("everybody@parvis.example")).isZero();
        }

        @Test
        void isWrittenByWhoManagesTheStructureOnly() {
            var referent = Worker.in("Clinique du Parc");
            referent.managesTheirStructure();
            var other = Worker.in("CHU de Nantes").managesTheirStructure();

            assertThat(referent.browser().get("/comptes/" + other).statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class AHundredLoginsAtOnce {
        @Test
        void areHeldBackBeforeTheyCostAnything() throws Exception {
            var gate = GuardedServer.part(Gate.class);
            var attacker = new Origin("192.0.2.66", "a program");

            var waits = together(100, () -> gate.tryLogin("victim-" + System.nanoTime(), attacker));

            assertThat(waits).filteredOn(Duration::isZero).hasSizeLessThanOrEqualTo(51);
        }

        @Test
        void keepNobodyElseOut() throws Exception {
            var gate = GuardedServer.part(Gate.class);
            var attacker = new Origin("192.0.2.67", "a program");
            together(100, () -> gate.tryLogin("somebody", attacker));

            var browser = PlainBrowser.of(Member.of(Audience.CITIZEN));

            assertThat(browser.isIn()).isTrue();
        }

        private static <T> List<T> together(int times, Callable<T> deed) throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var deeds = new ArrayList<Callable<T>>();
                for (int each = 0; each < times; each++) {
                    deeds.add(deed);
                }
                var answers = new ArrayList<T>();
                for (var answer : threads.invokeAll(deeds)) {
                    answers.add(answer.get());
                }
                return answers;
            }
        }
    }
}
