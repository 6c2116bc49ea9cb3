package org.parvis.fhir.subscription;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.feed.Trouble;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;

/** Where the state of subscriptions and their numbered events are kept. */
final class Subscribers {

    private static final String COLUMNS = """
            select rid, fid, status, definition, verified, epoch, txid::text::bigint, seq, events, received,
              contact_at, failures, last_error, next_try from fhir.subscriber
            """;

    /** An event as kept: its number, and where its change stands in the feed. */
    record Numbered(long number, Position position) {}

    List<Subscriber> all(Connection connection) throws SQLException {
        return Statements.list(connection, new Sql(COLUMNS + " order by rid"), Subscribers::read);
    }

    Optional<Subscriber> find(Connection connection, long rid) throws SQLException {
        return Statements.first(connection, new Sql(COLUMNS + " where rid = ?", rid), Subscribers::read);
    }

    /** Begins a subscription, or goes on with another definition of it: what it was told before still counts. */
    void define(Connection connection, Change change, Status status) throws SQLException {
        Position position = change.position();
        Statements.update(
                connection,
                new Sql(
                        """
                        insert into fhir.subscriber (rid, fid, status, definition, verified, epoch, txid, seq)
                        values (?, ?, ?, ?, false, ?, ?::text::xid8, ?)
                        on conflict (rid) do update set status = excluded.status, definition = excluded.definition,
                          verified = false, epoch = excluded.epoch, txid = excluded.txid, seq = excluded.seq,
                          failures = 0, last_error = null, next_try = null
                        """,
                        change.place().rid(),
                        change.key().id(),
                        status.code(),
                        change.version(),
                        position.epoch(),
                        String.valueOf(position.transaction()),
                        position.sequence()));
    }

    /** Forgets a subscription and its events. */
    void remove(Connection connection, long rid) throws SQLException {
        Statements.update(connection, new Sql("delete from fhir.subscription_event where rid = ?", rid));
        Statements.update(connection, new Sql("delete from fhir.subscriber where rid = ?", rid));
    }

    /** Gives these changes the next numbers. */
    void tell(Connection connection, Subscriber subscriber, List<Change> changes) throws SQLException {
        long number = subscriber.events();
        for (Change change : changes) {
            Position position = change.position();
            Statements.update(
                    connection,
                    new Sql(
                            """
                            insert into fhir.subscription_event (rid, number, epoch, txid, seq)
                            values (?, ?, ?, ?::text::xid8, ?)
                            """,
                            subscriber.rid(),
                            ++number,
                            position.epoch(),
                            String.valueOf(position.transaction()),
                            position.sequence()));
        }
        Position last = changes.getLast().position();
        Statements.update(
                connection,
                new Sql(
                        "update fhir.subscriber set events = ?, epoch = ?, txid = ?::text::xid8, seq = ? where rid = ?",
                        number,
                        last.epoch(),
                        String.valueOf(last.transaction()),
                        last.sequence(),
                        subscriber.rid()));
    }

    /** The events from one number to another, at most this many. */
    List<Numbered> events(Connection connection, long rid, long from, long to, int limit) throws SQLException {
        var sql = new Sql("""
                select number, epoch, txid::text::bigint, seq from fhir.subscription_event
                where rid = ? and number between ? and ? order by number limit ?
                """, rid, from, to, limit);
        return Statements.list(
                connection,
                sql,
                row -> new Numbered(row.getLong(1), new Position(row.getInt(2), row.getLong(3), row.getInt(4))));
    }

    /** The endpoint accepted a notification: events up to this number are received. */
    void accept(Connection connection, Subscriber subscriber, long received, Instant at) throws SQLException {
        Statements.update(connection, new Sql("""
                        update fhir.subscriber set verified = true, received = greatest(received, ?), contact_at = ?,
                          failures = 0, last_error = null, next_try = null
                        where rid = ? and definition = ?
                        """, received, micros(at), subscriber.rid(), subscriber.definition()));
    }

    /** The endpoint did not accept a notification. */
    void fail(Connection connection, Subscriber subscriber, Trouble trouble) throws SQLException {
        Statements.update(
                connection,
                new Sql(
                        """
                        update fhir.subscriber set failures = ?, last_error = ?, next_try = ?
                        where rid = ? and definition = ?
                        """,
                        trouble.failures(),
                        trouble.error(),
                        micros(trouble.nextTry()),
                        subscriber.rid(),
                        subscriber.definition()));
    }

    void keep(Connection connection, Subscriber subscriber, Status status) throws SQLException {
        Statements.update(
                connection,
                new Sql(
                        "update fhir.subscriber set status = ? where rid = ? and definition = ?",
                        status.code(),
                        subscriber.rid(),
                        subscriber.definition()));
    }

    private static Subscriber read(ResultSet row) throws SQLException {
        int failures = row.getInt(12);
        String error = row.getString(13);
        return new Subscriber(
                row.getLong(1),
                row.getString(2),
                Status.of(row.getString(3)),
                row.getInt(4),
                row.getBoolean(5),
                new Position(row.getInt(6), row.getLong(7), row.getInt(8)),
                row.getLong(9),
                row.getLong(10),
                instant(row, 11),
                instant(row, 14).map(nextTry -> new Trouble(failures, error, nextTry)));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
