package org.parvis.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Key KEY = new Key("Observation", "a");
    private static final State FIRST = new State(1, 10, false);

    private final Ledger ledger = new Ledger();

    @Nested
    class Acknowledging {
        @Test
        void settlesTheWriteUnderWay() {
            ledger.begin(new Pending.Creation("marker", 1));

            ledger.acknowledge(KEY, FIRST);

            assertThat(ledger.pending()).isEmpty();
            assertThat(ledger.state(KEY)).isEqualTo(FIRST);
            assertThat(ledger.versions()).containsExactly(new Key.Version(KEY, 1));
        }

        @Test
        void countsADeletedResourceNoLongerAmongTheLiving() {
            ledger.acknowledge(KEY, FIRST);

            ledger.acknowledge(KEY, FIRST.erased());

            assertThat(ledger.living()).isEmpty();
        }

        @Test
        void remembersWhatWasTouchedUntilAsked() {
            ledger.acknowledge(List.of(new Key.Version(KEY, 1)), 10);

            assertThat(ledger.takeTouched()).containsExactly(KEY);
            assertThat(ledger.takeTouched()).isEmpty();
        }
    }

    @Nested
    class Matching {
        @Test
        void asksForVersionAndValueOfALivingResource() {
            assertThat(FIRST.matches(new State(1, 10, false))).isTrue();
            assertThat(FIRST.matches(new State(1, 11, false))).isFalse();
            assertThat(FIRST.matches(new State(2, 10, false))).isFalse();
            assertThat(FIRST.matches(new State(0, 0, true))).isFalse();
        }

        @Test
        void asksOnlyThatADeletedResourceIsGone() {
            assertThat(FIRST.erased().matches(new State(0, 0, true))).isTrue();
            assertThat(FIRST.erased().matches(FIRST)).isFalse();
        }
    }

    @Nested
    class Locating {
        @Test
        void readsAbsoluteAndRelativeLocations() {
            var expected = new Key.Version(KEY, 3);

            assertThat(Key.located("http://localhost:8080/fhir/Observation/a/_history/3"))
                    .isEqualTo(expected);
            assertThat(Key.located("Observation/a/_history/3")).isEqualTo(expected);
        }
    }
}
