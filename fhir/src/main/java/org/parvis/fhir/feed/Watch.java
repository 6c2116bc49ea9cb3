package org.parvis.fhir.feed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.parvis.fhir.store.Change.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices new settled changes for everyone on this node who waits for some. It asks the database one short question,
 * often while changes come or are expected, seldom while none are, and never while nobody waits. LISTEN and NOTIFY would take a
 * lock of the whole cluster at each commit, and would still come too early: a commit is told only once it is settled.
 */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long SHORTEST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 500;

    private final Supplier<Position> settledEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private final Condition expected = lock.newCondition();
    private Position end = Position.START;
    private int waiting;
    private boolean expecting;
    private boolean closed;

    Watch(Supplier<Position> settledEnd) {
        this.settledEnd = settledEnd;
        Thread.ofVirtual().name("feed-watch").start(this::run);
    }

    boolean await(Position seen, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        waiting++;
        wanted.signal();
        try {
            while (end.compareTo(seen) <= 0 && left > 0 && !closed) {
                left = moved.awaitNanos(left);
            }
            return end.compareTo(seen) > 0;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /** A change is about to be committed on this node: it is looked for soon. */
    void expect() {
        lock.lock();
        try {
            expecting = true;
            expected.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
            wanted.signalAll();
            expected.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long pause = SHORTEST_MILLIS;
        try {
            while (awaitWanted()) {
                boolean grew = tell(look());
                pause = grew ? SHORTEST_MILLIS : Math.min(pause * 2, LONGEST_MILLIS);
                if (rest(pause)) {
                    pause = SHORTEST_MILLIS;
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits this long, or until a change is expected; says whether one is. */
    private boolean rest(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!expecting && !closed && left > 0) {
                left = expected.awaitNanos(left);
            }
            boolean expects = expecting;
            expecting = false;
            return expects;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitWanted() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting == 0 && !closed) {
                wanted.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private Position look() {
        try {
            return settledEnd.get();
        } catch (RuntimeException e) {
            // The database may be starting again: those who wait go on waiting, and the next look tells.
            LOG.warn("The feed's end could not be read: {}", e.getMessage());
            return Position.START;
        }
    }

    private boolean tell(Position seen) {
        lock.lock();
        try {
            if (seen.compareTo(end) <= 0) {
                return false;
            }
            end = seen;
            moved.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
