package org.parvis.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.outcome.Refusal;

class LargeBodiesTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final LargeBodies impatient = new LargeBodies(10 * MEGABYTE, Duration.ZERO);

    @Test
    void comeInAsLongAsThereIsRoom() {
        impatient.enter(6 * MEGABYTE);

        assertThatThrownBy(() -> impatient.enter(6 * MEGABYTE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
    }

    @Test
    void leaveTheirRoomToTheNextOne() {
        impatient.enter(6 * MEGABYTE).close();

        assertThat(impatient.enter(6 * MEGABYTE)).isNotNull();
    }

    @Test
    void waitForTheirTurn() {
        var patient = new LargeBodies(10 * MEGABYTE, Duration.ofSeconds(20));
        var first = patient.enter(6 * MEGABYTE);
        var second = CompletableFuture.supplyAsync(() -> patient.enter(6 * MEGABYTE));

        first.close();

        assertThat(second).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void comeInAloneWhenTheyAreLargerThanAllTheRoom() {
        assertThat(impatient.enter(50 * MEGABYTE)).isNotNull();

        assertThatThrownBy(() -> impatient.enter(MEGABYTE)).isInstanceOf(Refusal.class);
    }

    @Test
    void doNotHoldSmallOnesUp() {
        impatient.enter(10 * MEGABYTE);

        assertThat(impatient.enter(2_000)).isNotNull();
    }
}
