package org.parvis.fhir.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.parvis.fhir.store.Change.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer at work: it waits for its cursor, hands changes over while it owns it, and tries again for as long as it
 * takes when the handler fails. Changes are never passed over.
 */
public final class Consumption implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);
    private static final int BATCH = 500;

    /** After a commit is noticed, those that follow at once come in the same batch. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    /** How far behind what was handled the kept position may be: changes handed over again after a crash. */
    private static final Duration KEEPING = Duration.ofMillis(250);

    /** The longest wait without looking whether to stop. */
    private static final Duration LOOKING_UP = Duration.ofSeconds(1);

    private final String name;
    private final String owner;
    private final Feed feed;
    private final Filter filter;
    private final ChangeHandler handler;
    private final FeedSettings settings;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    Consumption(
            String name,
            String owner,
            Feed feed,
            Filter filter,
            ChangeHandler handler,
            FeedSettings settings,
            InstantSource clock) {
        this.name = name;
        this.owner = owner;
        this.feed = feed;
        this.filter = filter;
        this.handler = handler;
        this.settings = settings;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("consumer-" + name).start(this::run);
    }

    /** Stops after the batch at hand, and gives the cursor back. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var failures = new Failures();
        try {
            while (!isStopped()) {
                takeTurn(failures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeTurn(Failures failures) throws InterruptedException {
        try {
            Optional<Position> taken = feed.cursors().take(name, owner, settings.lease());
            if (taken.isEmpty()) {
                pause(settings.lease().dividedBy(3));
                return;
            }
            new Turn(taken.get(), failures).run();
        } catch (RuntimeException e) {
            // The cursor could be neither taken nor given back: the database may be starting again.
            failures.add(e);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0 || feed.isClosed();
    }

    private void pause(Duration duration) throws InterruptedException {
        // Either way the loop looks again.
        var _ = stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Failures in a row, and the pause that each brings. */
    private final class Failures {

        private int inARow;

        void clear() {
            inARow = 0;
        }

        // Whatever a handler throws is kept, shown and tried again: passing a change over would lose it in silence.
        void add(Exception cause) throws InterruptedException {
            if (cause instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            inARow++;
            Duration pause = settings.backoff().after(inARow);
            if (inARow == 1) {
                LOG.warn("The consumer {} failed; it will try until it succeeds", name, cause);
            }
            keep(cause, clock.instant().plus(pause));
            pause(pause);
        }

        private void keep(Exception cause, Instant nextTry) {
            try {
                feed.cursors().fail(name, owner, new Trouble(inARow, String.valueOf(cause), nextTry));
            } catch (RuntimeException e) {
                LOG.warn("Nor could this be kept: {}", e.getMessage());
            }
        }
    }

    /** The time from taking the cursor to losing it or giving it back. */
    private final class Turn {

        private final Failures failures;
        private final CountDownLatch over = new CountDownLatch(1);
        private Position handled;
        private Position kept;
        private Instant keptAt;
        private boolean begun;

        Turn(Position from, Failures failures) {
            this.failures = failures;
            this.handled = from;
            this.kept = from;
            this.keptAt = clock.instant();
        }

        void run() throws InterruptedException {
            Thread renewing = Thread.ofVirtual().name("lease-" + name).start(this::renew);
            try {
                while (goesOn()) {
                    attempt();
                }
                keep();
            } finally {
                over.countDown();
                renewing.join();
                handler.end();
                feed.cursors().release(name, owner);
            }
        }

        private boolean goesOn() {
            return !isStopped() && over.getCount() > 0;
        }

        private void attempt() throws InterruptedException {
            try {
                step();
                failures.clear();
            } catch (Exception e) {
                failures.add(e);
            }
        }

        private void step() throws Exception {
            if (!begun) {
                handler.begin();
                begun = true;
            }
            Stretch stretch = feed.read(handled, filter, BATCH);
            if (!stretch.changes().isEmpty()) {
                handler.handle(stretch.changes());
            }
            handled = stretch.reached();
            if (clock.instant().isAfter(keptAt.plus(KEEPING))) {
                keep();
            }
            if (stretch.isLast() && feed.await(handled, handled.equals(kept) ? LOOKING_UP : KEEPING)) {
                pause(GATHERING);
            }
        }

        private void keep() {
            keptAt = clock.instant();
            if (handled.equals(kept)) {
                return;
            }
            if (feed.cursors().advance(name, owner, handled)) {
                kept = handled;
                return;
            }
            over.countDown();
        }

        // A handler may take longer than a lease lasts.
        private void renew() {
            try {
                while (!over.await(settings.lease().toMillis() / 3, TimeUnit.MILLISECONDS)) {
                    if (!isRenewed()) {
                        over.countDown();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean isRenewed() {
            try {
                return feed.cursors().renew(name, owner, settings.lease());
            } catch (RuntimeException e) {
                // Tried again before the lease runs out; if it does, advancing tells.
                LOG.warn("The lease of {} could not be renewed: {}", name, e.getMessage());
                return true;
            }
        }
    }
}
