package org.parvis.fhir.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.parvis.fhir.store.Change.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices new settled changes for everyone on this node who waits for some. It asks the database one short question,
 * often while changes come and seldom while none do, and nothing while nobody waits. LISTEN and NOTIFY would take a
 * lock of the whole cluster at each commit, and would still come too early: a commit is told only once it is settled.
 */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long SHORTEST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 100;

    private final Supplier<Position> settledEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private Position end = Position.START;
    private int waiting;
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
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
