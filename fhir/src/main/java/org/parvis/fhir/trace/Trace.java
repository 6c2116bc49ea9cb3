package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trace of every access to data: it takes entries, and shows them to whom they concern. */
public final class Trace implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Trace.class);

    private final Store store;
    private final boolean keeping;
    private final Callers callers;
    private final TraceReader reader;
    private final Scribe scribe;
    private final Sealer sealer;

    private Trace(Store store, boolean keeping) {
        this.store = store;
        this.keeping = keeping;
        this.callers = new Callers(store.database());
        this.reader = new TraceReader(store);
        this.scribe = new Scribe(this::commit);
        this.sealer = new Sealer(store);
    }

    public static Trace open(Store store) {
        return new Trace(store, true);
    }

    /** A trace that keeps no accesses, so that what the trace costs can be measured; for nobody's real data. */
    public static Trace unkept(Store store) {
        LOG.warn("Accesses are not traced: this server is for measuring, not for people's data");
        return new Trace(store, false);
    }

    /** The present moment, in microseconds since 1970 UTC. */
    public long now() {
        return store.settings().clock().millis() * 1000;
    }

    /** Keeps what was shown: comes back once it is on the disk, so that the answer may leave. */
    public void keep(List<Entry> entries) {
        if (keeping && !entries.isEmpty()) {
            scribe.keep(entries);
            sealer.wake();
        }
    }

    /** Keeps one entry, and tells where it stands. */
    public TraceId keep(Entry entry) {
        return store.database().write(connection -> {
            var batch = new EntryBatch(store, callers, List.of(entry));
            batch.insert(connection);
            sealer.wake();
            return batch.ids().getFirst();
        });
    }

    /** Keeps what was changed, within the transaction that changes it. */
    public void keep(Connection connection, List<Entry> entries) throws SQLException {
        if (keeping && !entries.isEmpty()) {
            new EntryBatch(store, callers, entries).insert(connection);
            sealer.wake();
        }
    }

    /** Seals all that is settled, now rather than soon. */
    public void seal() {
        sealer.seal();
    }

    /** Whether what was sealed on this day, or ever, is as it was. */
    public Verdict verify(Optional<LocalDate> day) {
        return store.database().read(connection -> new Verification(connection).of(day));
    }

    /** The wanted entries that this caller may read, the newest first. */
    public List<Traced> search(TraceQuery query, Caller caller) {
        TraceRights rights = TraceRights.of(caller);
        return store.database().read(connection -> reader.entries(connection, query, rights));
    }

    /** What the trace adds up to. */
    public TraceFigures figures() {
        return new TraceFigures(store);
    }

    /** One entry, for whoever just made it. */
    public Optional<Traced> entry(TraceId id) {
        return store.database().read(connection -> reader.entry(connection, id, new TraceRights(Optional.empty())));
    }

    /** One entry, if this caller may read it. */
    public Optional<Traced> entry(TraceId id, Caller caller) {
        return store.database().read(connection -> reader.entry(connection, id, TraceRights.of(caller)));
    }

    @Override
    public void close() {
        scribe.close();
        sealer.close();
    }

    private void commit(List<Entry> entries) {
        var batch = new EntryBatch(store, callers, entries);
        if (batch.isOneStatement()) {
            store.database().read(connection -> keep(connection, batch));
        } else {
            store.database().write(connection -> keep(connection, batch));
        }
    }

    private static boolean keep(Connection connection, EntryBatch batch) throws SQLException {
        batch.insert(connection);
        return true;
    }
}
