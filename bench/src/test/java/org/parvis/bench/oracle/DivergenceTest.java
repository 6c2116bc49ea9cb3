package org.parvis.bench.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.bench.oracle.Divergence.Aspect;
import org.parvis.bench.query.Query;

class DivergenceTest {
    private static final Query QUERY =
            new Query("Patient", List.of("name=a", "_total=accurate"), false, "string", Optional.empty());
    private static final Judge ANY_ORDER = (query, matches) -> Optional.empty();

    @Nested
    class Between {
        @Test
        void isNoneWhenBothFoundTheSameInAnotherOrder() {
            var divergence = between(found("Patient/1", "Patient/2"), found("Patient/2", "Patient/1"));

            assertThat(divergence).isEmpty();
        }

        @Test
        void isNoneWhenBothRefused() {
            var divergence = between(new Answer.Refused(400, "No."), new Answer.Refused(422, "Never."));

            assertThat(divergence).isEmpty();
        }

        @Test
        void tellsWhatOnlyOneSideFound() {
            var divergence = between(found("Patient/1", "Patient/2"), found("Patient/2", "Patient/3"));

            assertThat(divergence)
                    .hasValue(new Divergence(QUERY, Aspect.MATCHES, Set.of("Patient/1"), Set.of("Patient/3"), ""));
        }

        @Test
        void tellsThatAMatchCameTwice() {
            var divergence = between(found("Patient/1", "Patient/1"), found("Patient/1"));

            assertThat(divergence.map(Divergence::aspect)).hasValue(Aspect.REPEATED);
        }

        @Test
        void tellsWhoRefused() {
            var divergence = between(new Answer.Refused(400, "No."), found("Patient/1"));

            assertThat(divergence)
                    .hasValue(new Divergence(QUERY, Aspect.PARVIS_REFUSES, Set.of(), Set.of("Patient/1"), "400: No."));
        }

        @Test
        void tellsATotalThatDiffers() {
            var ours = new Answer.Found(List.of("Patient/1"), Set.of(), OptionalInt.of(1));
            var theirs = new Answer.Found(List.of("Patient/1"), Set.of(), OptionalInt.of(2));

            assertThat(between(ours, theirs).map(Divergence::aspect)).hasValue(Aspect.TOTAL);
        }

        @Test
        void tellsADisorderOfParvisOnlyWhenThePeerKeepsTheOrder() {
            Judge oneFirst = (query, matches) ->
                    matches.getFirst().equals("Patient/1") ? Optional.empty() : Optional.of("two before one");
            var inOrder = found("Patient/1", "Patient/2");
            var disordered = found("Patient/2", "Patient/1");

            assertThat(Divergence.between(QUERY, disordered, inOrder, oneFirst).map(Divergence::aspect))
                    .hasValue(Aspect.ORDER);
            assertThat(Divergence.between(QUERY, disordered, disordered, oneFirst))
                    .isEmpty();
        }
    }

    private static Optional<Divergence> between(Answer parvis, Answer peer) {
        return Divergence.between(QUERY, parvis, peer, ANY_ORDER);
    }

    private static Answer.Found found(String... matches) {
        return new Answer.Found(List.of(matches), Set.of(), OptionalInt.empty());
    }
}
