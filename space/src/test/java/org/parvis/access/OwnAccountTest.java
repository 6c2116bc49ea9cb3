package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.access.GuardedServer.Member;
import org.parvis.access.Visitor.Audience;

/** What people do to their own account while they are in. */
class OwnAccountTest {

    private static final String NEW = "encore une phrase que je retiens";

    private final Member member = Member.of(Audience.CITIZEN);
    private final PlainBrowser here = PlainBrowser.of(member);

    @Nested
    class APassword {

        @Test
        void isChangedByBothProofsAndEndsTheOtherSessions() {
            var elsewhere = GuardedServer.part(Sessions.class);
            elsewhere.open(ProvenIdentity.of(member.account(), Road.LOCAL), new Origin("192.0.2.1", "Firefox"));

            var answer = change(GuardedServer.PASSWORD, member.nextCode());

            assertThat(elsewhere.of(member.account().id())).hasSize(1);
            assertThat(answer.body()).contains("Votre mot de passe est changé");
            assertThat(here.isIn()).isTrue();
            assertThat(GuardedServer.letterTo(member.mail())).contains("vient d’être changé");
            var later = new PlainBrowser();
            assertThat(later.tellPassword(member.login(), GuardedServer.PASSWORD)
                            .statusCode())
                    .isEqualTo(422);
            assertThat(later.tellPassword(member.login(), NEW).statusCode()).isEqualTo(303);
        }

        @Test
        void isNotChangedWithoutTheOldOne() {
            var answer = change("pas le bon mot de passe", member.nextCode());

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Le mot de passe actuel ou le code n’est pas le bon");
        }

        @Test
        void isNotChangedByACodeThatServed() {
            assertThat(change(GuardedServer.PASSWORD, member.code()).statusCode())
                    .isEqualTo(422);
        }

        private HttpResponse<String> change(String old, String code) {
            return here.submit(
                    "/mon-compte",
                    "/mon-compte/mot-de-passe",
                    Map.of("actuel", old, "mot-de-passe", NEW, "code", code));
        }
    }

    @Nested
    class AnAccount {

        @Test
        void isClosedForGoodByItsHolder() {
            var closed = here.submit(
                    "/mon-compte",
                    "/mon-compte/fin",
                    Map.of("actuel", GuardedServer.PASSWORD, "code", member.nextCode()));

            assertThat(closed.body()).contains("Votre compte est fermé");
            assertThat(here.isIn()).isFalse();
            assertThat(new PlainBrowser()
                            .tellPassword(member.login(), GuardedServer.PASSWORD)
                            .statusCode())
                    .isEqualTo(422);
        }
    }
}
