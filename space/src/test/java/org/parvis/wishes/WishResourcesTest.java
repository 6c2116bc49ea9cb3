package org.parvis.wishes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.web.When;
import org.parvis.wishes.Noted.State;

class WishResourcesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:30:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T08:30:00Z");
    private static final Optional<When> ON_MONDAY = Optional.of(new When(LocalDate.parse("2026-11-23")));
    private static final UUID NUMBER = UUID.fromString("6b3f3a52-4f7a-4c3e-9d52-1f0b9c6f2a11");

    private static Noted by(Optional<When> since, Optional<String> scribe, State state) {
        return new Noted("w1", since, scribe, state);
    }

    @Nested
    class ATrustedPerson {

        private final PersonForm claire = new PersonForm(" Aubry ", "Claire", "ma fille", "06 12 34 56 78", true);
        private final ObjectNode resource =
                TrustedPersonResources.of("12", claire, NUMBER, MONDAY).put("id", "w1");

        @Test
        void isReadAsItWasWritten() {
            assertThat(TrustedPersonResources.person(resource))
                    .isEqualTo(new TrustedPerson(
                            by(ON_MONDAY, Optional.empty(), State.VALID),
                            "Claire Aubry",
                            Optional.of("ma fille"),
                            Optional.of("06 12 34 56 78"),
                            true));
        }

        @Test
        void isWrittenAsFrCoreHasIt() {
            assertThat(resource.path("identifier")).hasSize(1);
            assertThat(resource.path("relationship")
                            .path(0)
                            .path("coding")
                            .path(0)
                            .path("code")
                            .asText())
                    .isEqualTo("QUAL");
        }

        @Test
        void holdsNoLongerOnceItEndedAndAgainOnceTakenUp() {
            TrustedPersonResources.turn(resource, State.REPLACED, FRIDAY);
            var ended = TrustedPersonResources.person(resource);
            TrustedPersonResources.turn(resource, State.VALID, FRIDAY);
            var resumed = TrustedPersonResources.person(resource);

            assertThat(ended.noted().stands()).isFalse();
            assertThat(resumed.noted()).isEqualTo(by(ON_MONDAY, Optional.empty(), State.VALID));
        }
    }

    @Nested
    class AdvanceDirectives {

        private final ObjectNode resource = DirectivesResources.text("12", "Ni réanimation,\nni acharnement.", MONDAY)
                .put("id", "w1");

        @Test
        void areReadAsTheyWereWritten() {
            NotedResources.mark(resource, new Scribe("Practitioner/3", "Dr Benali"));

            assertThat(DirectivesResources.directives(resource))
                    .isEqualTo(new Directives(
                            by(Optional.of(When.at(MONDAY)), Optional.of("Dr Benali"), State.VALID),
                            Optional.of("Ni réanimation,\nni acharnement.")));
        }

        @Test
        void areCurrentReplacedOrTakenAway() {
            for (State state : State.values()) {
                DirectivesResources.turn(resource, state);

                assertThat(DirectivesResources.directives(resource).noted().state())
                        .isEqualTo(state);
            }
        }

        @Test
        void areADocumentWhenTheyWereAttached() {
            var document = DirectivesResources.document("12", "%PDF-1.4".getBytes(UTF_8), MONDAY);

            assertThat(DirectivesResources.directives(document).text()).isEmpty();
            assertThat(document.path("type").path("coding").path(0).path("code").asText())
                    .isEqualTo("EXPPAT_3");
        }
    }

    @Nested
    class AWordAboutOrganDonation {
        @Test
        void saysNothingOfSharing() {
            var consent = OrganWordResources.of("12", MONDAY).put("id", "w1");

            assertThat(consent.has("provision")).isFalse();
            assertThat(OrganWordResources.word(consent))
                    .isEqualTo(new OrganWord(by(Optional.of(When.at(MONDAY)), Optional.empty(), State.VALID)));
        }
    }
}
