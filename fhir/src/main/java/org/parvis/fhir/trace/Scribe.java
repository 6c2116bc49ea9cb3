package org.parvis.fhir.trace;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what readers are shown before they are shown it, and brings it into the database soon after, many accesses at a
 * time; at once for whoever wants to read the trace.
 */
final class Scribe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Keeps all lines of a page in the database, or none; those that are there already stay as they are. */
    interface Keeping {
        void keep(List<Line> page);
    }

    private final Journal journal;
    private final Keeping database;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    Scribe(Journal journal, Keeping database) {
        this.journal = journal;
        this.database = database;
        settle();
        this.thread = Thread.ofVirtual().name("trace-scribe").start(this::run);
    }

    /** Comes back once the lines outlive this process, and throws what kept them from it. */
    void write(List<Line> lines) {
        journal.write(lines);
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Comes back once all that was written before is in the database. */
    synchronized void settle() {
        for (Page page : journal.full()) {
            database.keep(page.lines());
            journal.discard(page);
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            settle();
        } finally {
            journal.close();
        }
    }

    private void run() {
        try {
            while (!closing) {
                news.acquire();
                news.drainPermits();
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            settle();
        } catch (RuntimeException e) {
            // Nothing is lost: it stays in the journal until the database takes it.
            LOG.warn("The trace waits for the database: {}", e.getMessage());
            news.release();
        }
    }
}
