package org.parvis.fhir.trace;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trace of every access to data: it takes entries, and shows them to whom they concern. */
public final class Trace implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Trace.class);
    private static final int LARGEST_BATCH = 1000;

    /** What tells this database from all others. */
    private static final Sql IDENTITY = new Sql("""
            select system_identifier || '-' || oid from pg_control_system(), pg_database where datname = current_database()""");

    private static final String INSERT_RECEIVED = """
            insert into fhir.trace_received (moment, id, started, event, subtype, action, body) values (?, ?, ?, ?, ?, ?, ?)""";

    private final Store store;
    private final Callers callers;
    private final TraceReader reader;
    private final Sealer sealer;
    private final Optional<Scribe> scribe;

    private Trace(Store store, TraceSettings settings) {
        this.store = store;
        this.callers = new Callers(store.database());
        this.reader = new TraceReader(store);
        this.sealer = new Sealer(store);
        this.scribe = settings.kept() ? Optional.of(scribe(settings.journal())) : Optional.empty();
    }

    /** The trace of this store. Where its settings say that nothing is kept, it serves measurements, not people's data. */
    public static Trace open(Store store, TraceSettings settings) {
        if (!settings.kept()) {
            LOG.warn("Accesses are not traced: this server is for measuring, not for people's data");
        }
        return new Trace(store, settings);
    }

    private Scribe scribe(Path journals) {
        String database =
                store.database().read(connection -> Statements.one(connection, IDENTITY, row -> row.getString(1)));
        return new Scribe(new Journal(journals.resolve(database)), this::commit);
    }

    /** The present moment, in microseconds since 1970 UTC. */
    public long now() {
        return store.settings().clock().millis() * 1000;
    }

    /** Keeps what was shown: comes back once that outlives this process and the database's, so that the answer may leave. */
    public void keep(List<Entry> entries) {
        if (!entries.isEmpty()) {
            scribe.ifPresent(one -> one.write(lines(entries)));
        }
    }

    /** Keeps one entry in the database, and tells where it stands. */
    public TraceId keep(Entry entry) {
        return store.database().write(connection -> {
            Line line = Line.of(entry, store.newNumber());
            insert(connection, List.of(line));
            if (entry.received().isPresent()) {
                Statements.update(
                        connection, received(line.id(), entry.received().get()));
            }
            return line.id();
        });
    }

    /** Keeps what was changed, within the transaction that changes it. */
    public void keep(Connection connection, List<Entry> entries) throws SQLException {
        if (scribe.isPresent() && !entries.isEmpty()) {
            insert(connection, lines(entries));
        }
    }

    /** Seals all that is settled, now rather than soon. */
    public void seal() {
        settle();
        sealer.seal();
    }

    /**
     * Takes away what was sealed before this day, as much as one transaction should; whether there was something.
     * The seals stay. Nothing younger than a year goes.
     */
    public boolean retire(LocalDate before) {
        var youngest = LocalDate.ofInstant(store.settings().clock().instant(), ZoneOffset.UTC)
                .minusDays(Retirement.SHORTEST_DAYS);
        return store.database()
                .write(connection ->
                        new Retirement(connection).retireNext(before.isBefore(youngest) ? before : youngest, now()));
    }

    /** Whether what was sealed on this day, or ever, is as it was. */
    public Verdict verify(Optional<LocalDate> day) {
        return store.database().read(connection -> new Verification(connection).of(day));
    }

    /** The wanted entries that this caller may read, the newest first. */
    public List<Traced> search(TraceQuery query, Caller caller) {
        settle();
        TraceRights rights = TraceRights.of(caller);
        return store.database().read(connection -> reader.entries(connection, query, rights));
    }

    /** What the trace adds up to. */
    public TraceFigures figures() {
        settle();
        return new TraceFigures(store);
    }

    /** One entry, for whoever just made it. */
    public Optional<Traced> entry(TraceId id) {
        return store.database().read(connection -> reader.entry(connection, id, new TraceRights(Optional.empty())));
    }

    /** One entry, if this caller may read it. */
    public Optional<Traced> entry(TraceId id, Caller caller) {
        settle();
        return store.database().read(connection -> reader.entry(connection, id, TraceRights.of(caller)));
    }

    @Override
    public void close() {
        scribe.ifPresent(Scribe::close);
        sealer.close();
    }

    // Whoever reads the trace finds in it all that this process has shown.
    private void settle() {
        scribe.ifPresent(Scribe::settle);
    }

    private List<Line> lines(List<Entry> entries) {
        return entries.stream().map(entry -> Line.of(entry, store.newNumber())).toList();
    }

    // A page is kept in one transaction, so its first line tells whether all of it is there.
    private void commit(List<Line> page) {
        store.database().write(connection -> {
            if (!isKept(connection, page.getFirst().id())) {
                insert(connection, page);
            }
            return page.size();
        });
    }

    private static boolean isKept(Connection connection, TraceId id) throws SQLException {
        return Statements.one(
                connection,
                new Sql("select exists (select from fhir.trace where moment = ? and id = ?)", id.moment(), id.number()),
                row -> row.getBoolean(1));
    }

    private static Sql received(TraceId id, ReceivedEvent event) {
        return new Sql(
                INSERT_RECEIVED,
                id.moment(),
                id.number(),
                event.started(),
                event.event(),
                event.subtype(),
                event.action(),
                ReceivedBody.of(event.json()));
    }

    private void insert(Connection connection, List<Line> lines) throws SQLException {
        for (int from = 0; from < lines.size(); from += LARGEST_BATCH) {
            int until = Math.min(from + LARGEST_BATCH, lines.size());
            new LineBatch(store, callers, lines.subList(from, until)).insert(connection);
        }
        sealer.wake();
    }
}
