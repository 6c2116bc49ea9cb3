package org.parvis.fhir.subscription;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one subscriber's errands, one after the other, for as long as the subscription lasts. All that counts is kept in
 * the database: a courier that begins anew goes on with the first event that was not accepted.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    private final long rid;
    private final Asked asked;
    private final Delivery delivery;
    private final Semaphore word = new Semaphore(0);
    private volatile boolean stopped;

    Courier(long rid, Asked asked, Delivery delivery) {
        this.rid = rid;
        this.asked = asked;
        this.delivery = delivery;
    }

    void start() {
        Thread.ofVirtual().name("courier-" + rid).start(this::run);
    }

    /** There is something new to tell. */
    void wake() {
        word.release();
    }

    /** Begins no further errand; what is underway may still arrive. */
    void stop() {
        stopped = true;
        wake();
    }

    private void run() {
        try {
            while (!stopped) {
                Duration pause = round();
                var _ = word.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                word.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration round() throws InterruptedException {
        try {
            return delivery.run(rid, asked);
        } catch (RuntimeException e) {
            // Nothing is lost, since nothing was kept as received: the database may be starting again.
            LOG.warn("Courier {} failed", rid, e);
            return AFTER_A_FAULT;
        }
    }
}
