package org.parvis.fhir.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.ofEpochMilli(1000));
    private final Moments moments = new Moments(clock::get);

    @Test
    void areMicrosecondsOfTheClock() {
        assertThat(moments.begin()).isEqualTo(1_000_000);
    }

    @Test
    void neverGoBackWithTheClock() {
        moments.begin();
        clock.set(Instant.ofEpochMilli(900));

        assertThat(moments.begin()).isEqualTo(1_000_000);
    }

    @Test
    void areSettledWhenNothingIsBeingWritten() throws InterruptedException {
        moments.end(moments.begin());

        assertThat(moments.settled()).isEqualTo(1_000_000);
    }

    @Test
    void areLaterThanASettledOne() throws InterruptedException {
        long settled = moments.settled();
        long next = moments.begin();
        moments.end(next);

        assertThat(next).isEqualTo(settled + 1000);
        assertThat(moments.settled()).isGreaterThan(settled);
    }

    @Test
    void areSettledOnceTheWritesBeforeHaveEnded() throws InterruptedException, ExecutionException, TimeoutException {
        long earlier = moments.begin();
        long same = moments.begin();
        var asked = new CountDownLatch(1);
        var settled = new CompletableFuture<Long>();
        var asking = Thread.startVirtualThread(() -> {
            asked.countDown();
            try {
                settled.complete(moments.settled());
            } catch (InterruptedException e) {
                settled.completeExceptionally(e);
            }
        });
        asked.await();
        waitFor(asking, Thread.State.WAITING);

        long later = moments.begin();
        moments.end(earlier);
        waitFor(asking, Thread.State.WAITING);
        assertThat(settled).isNotDone();
        moments.end(same);

        assertThat(settled.get(10, TimeUnit.SECONDS)).isEqualTo(1_000_000);
        assertThat(later).isGreaterThan(1_000_000);
    }

    private static void waitFor(Thread thread, Thread.State state) throws InterruptedException {
        while (thread.getState() != state) {
            Thread.sleep(Duration.ofMillis(1));
        }
    }
}
