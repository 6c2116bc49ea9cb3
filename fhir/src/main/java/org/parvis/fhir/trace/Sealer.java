package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what the trace has taken in, soon after. Of all nodes one seals at a time; what one leaves, the next one takes. */
final class Sealer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long LOCK = 3L << 40;
    private static final int MOST = 20_000;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How long what other nodes left may wait when this one has nothing of its own. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(30);

    private final Store store;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread;
    private volatile boolean closing;

    Sealer(Store store) {
        this.store = store;
        this.thread = Thread.ofVirtual().name("trace-sealer").start(this::run);
    }

    /** There is something to seal. */
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Seals all that is settled. */
    void seal() {
        boolean more;
        do {
            more = store.database().write(this::sealNext);
        } while (more);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!closing) {
                boolean expected = news.tryAcquire(LONG_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
                if (expected) {
                    Thread.sleep(PAUSE);
                }
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            // So that the next question reads the newest pages only.
            store.database()
                    .read(connection -> Statements.one(
                            connection,
                            new Sql("select brin_summarize_new_values('fhir.trace_unsealed')"),
                            row -> row.getInt(1)));
            seal();
        } catch (RuntimeException e) {
            if (!closing) {
                // Nothing is lost: what is not sealed now is sealed next time.
                LOG.warn("The trace could not be sealed: {}", e.getMessage());
                wake();
            }
        }
    }

    private boolean sealNext(Connection connection) throws SQLException {
        Statements.list(connection, new Sql("select pg_advisory_xact_lock(?)", LOCK), row -> row);
        var seals = new Seals(connection);
        Seal last = seals.last();
        Seals.Stretch stretch = seals.after(last, store.epoch(), MOST);
        if (stretch.ids().isEmpty()) {
            return false;
        }
        long now = store.settings().clock().millis();
        LocalDate today = LocalDate.ofInstant(store.settings().clock().instant(), ZoneOffset.UTC);
        if (last.number() > 0 && last.day().isBefore(today)) {
            LOG.info("The trace of {} ends with seal {}: {}", last.day(), last.number(), last.hex());
        }
        seals.add(last.next(today, stretch.epoch(), stretch.until(), stretch.ids(), stretch.digests()), now * 1000);
        return true;
    }
}
