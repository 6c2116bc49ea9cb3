package org.parvis.fhir.reindex;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.reindex.Job.Passage;
import org.parvis.fhir.store.Dictionary;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Reindexer.Failure;
import org.parvis.fhir.store.Reindexer.Outcome;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;

/** The rows of fhir.indexing as jobs: what is to be done, how far it has come, and that it is over. */
final class Jobs {

    /** Shared by all nodes: who holds it does the next piece of work. */
    static final long LOCK = 3L << 40;

    private static final int LONGEST_NOTE = 8000;

    private final Dictionary words;

    Jobs(Dictionary words) {
        this.words = words;
    }

    /** An unfinished row. */
    private record Open(
            int id,
            boolean posted,
            String type,
            String code,
            boolean removing,
            long changed,
            long reached,
            boolean begun) {

        boolean goesWith(Open other) {
            return posted && !removing && type.equals(other.type) && reached == other.reached && begun == other.begun;
        }
    }

    /** Whether this transaction is the only one that indexes, on all nodes. */
    boolean isAlone(Connection connection) throws SQLException {
        return Statements.one(
                connection, new Sql("select pg_try_advisory_xact_lock(?)", LOCK), row -> row.getBoolean(1));
    }

    /** Work outside a transaction that may fail as SQL does. */
    interface Work {
        void run() throws SQLException;
    }

    /** Does work outside a transaction if no other node indexes, and says whether it did. */
    boolean alone(Connection connection, Work work) throws SQLException {
        boolean alone =
                Statements.one(connection, new Sql("select pg_try_advisory_lock(?)", LOCK), row -> row.getBoolean(1));
        if (!alone) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            Statements.list(connection, new Sql("select pg_advisory_unlock(?)", LOCK), row -> row.getBoolean(1));
        }
    }

    /** The job to go on with. What makes resources found comes before what clears up. */
    Optional<Job> next(Connection connection) throws SQLException {
        var open = Statements.list(
                connection,
                new Sql("select id, source <> '', type, code, state = 'removing', changed, reached, started > 0"
                        + " from fhir.indexing where state <> 'complete'"
                        + " order by state = 'removing', source = '', reached desc, id"),
                this::open);
        return open.stream().findFirst().map(first -> job(first, open));
    }

    /** Counts what there is to do. */
    void begin(Connection connection, Passage job, long micros) throws SQLException {
        Statements.update(
                connection,
                new Sql(
                        "update fhir.indexing set state = 'building', started = ?,"
                                + " total = (select count(*) from fhir.resource where type = ?)"
                                + " where id = any(?) and state = 'waiting'",
                        micros,
                        words.number(Kind.TYPE, job.type()),
                        SqlArray.ints(job.ids())));
    }

    /**
     * Notes that resources up to this rid are done.
     *
     * @param spent microseconds
     * @throws Superseded when the job is no longer what it was
     */
    void advance(Connection connection, Passage job, long rid, Outcome outcome, long spent) throws SQLException {
        var note = new StringBuilder();
        for (Failure failure : outcome.failures()) {
            note.append(failure.key()).append(": ").append(failure.reason()).append('\n');
        }
        int updated = Statements.update(
                connection,
                new Sql(
                        "update fhir.indexing set reached = ?, done = done + ?, failed = failed + ?,"
                                + " note = left(note || ?, ?), spent = spent + ?"
                                + " where id = any(?) and reached = ? and state = 'building'",
                        rid,
                        (long) outcome.done(),
                        (long) outcome.failures().size(),
                        note.toString().replace("\0", ""),
                        LONGEST_NOTE,
                        spent,
                        SqlArray.ints(job.ids()),
                        job.reached()));
        if (updated != job.ids().size()) {
            throw new Superseded();
        }
    }

    /** Ends a job; its parameters may be searched from now on. */
    void complete(Connection connection, Passage job, long micros) throws SQLException {
        // In the order in which a write of SearchParameters locks these two tables.
        Statements.update(connection, new Sql("update fhir.definitions set revision = revision + 1"));
        int updated = Statements.update(
                connection,
                new Sql(
                        "update fhir.indexing set state = 'complete', finished = ?, total = done + failed"
                                + " where id = any(?) and reached = ? and state = 'building'",
                        micros,
                        SqlArray.ints(job.ids()),
                        job.reached()));
        if (updated != job.ids().size()) {
            throw new Superseded();
        }
    }

    /** Forgets a parameter of which nothing is left. */
    void forget(Connection connection, Job.Removal job) throws SQLException {
        Statements.update(connection, new Sql("delete from fhir.indexing where id = ?", job.id()));
    }

    /** All rows: what is being done first, then what was done last. */
    List<IndexingProgress> overview(Connection connection) throws SQLException {
        return Statements.list(
                connection,
                new Sql("select type, code, url, state, done, total, failed, note, spent, started, finished"
                        + " from fhir.indexing order by state = 'complete', finished desc, id"),
                this::progress);
    }

    private IndexingProgress progress(ResultSet row) throws SQLException {
        String type = words.word(row.getInt(1));
        String code = row.getString(2);
        return new IndexingProgress(
                code.isEmpty() ? type : type + "." + code,
                row.getString(3),
                IndexingProgress.State.of(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8),
                Duration.of(row.getLong(9), ChronoUnit.MICROS),
                moment(row.getLong(10)),
                moment(row.getLong(11)));
    }

    private static Optional<Instant> moment(long micros) {
        return micros == 0 ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getInt(1),
                row.getBoolean(2),
                words.word(row.getInt(3)),
                row.getString(4),
                row.getBoolean(5),
                row.getLong(6),
                row.getLong(7),
                row.getBoolean(8));
    }

    private static Job job(Open first, List<Open> all) {
        if (first.removing()) {
            return new Job.Removal(first.id(), first.type(), first.code(), first.changed());
        }
        if (!first.posted()) {
            return new Job.Renewal(List.of(first.id()), first.type(), first.reached(), first.begun());
        }
        var ids = all.stream()
                .filter(other -> other.goesWith(first))
                .map(Open::id)
                .toList();
        return new Job.Addition(ids, first.type(), first.reached(), first.begun());
    }
}
