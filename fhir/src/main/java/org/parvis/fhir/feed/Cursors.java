package org.parvis.fhir.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;

/** Where the feed's cursors are kept: taken by one owner at a time, advanced by the owner alone. */
public final class Cursors {

    private final Store store;

    Cursors(Store store) {
        this.store = store;
    }

    /** Makes a cursor at this position unless it is there already. */
    void begin(String name, Position position) {
        update("""
                insert into fhir.feed_cursor (name, epoch, txid, seq) values (?, ?, ?::text::xid8, ?)
                on conflict do nothing
                """, name, position.epoch(), String.valueOf(position.transaction()), position.sequence());
    }

    /** Takes a cursor that nobody else holds a lease on; says where it stands. */
    Optional<Position> take(String name, String owner, Duration lease) {
        var sql = new Sql("""
                update fhir.feed_cursor set owner = ?, lease_ends = clock_timestamp() + ? * interval '1 ms'
                where name = ? and (owner is null or owner = ? or lease_ends < clock_timestamp())
                returning epoch, txid::text::bigint, seq
                """, owner, lease.toMillis(), name, owner);
        return store.database()
                .read(connection -> Statements.first(
                        connection, sql, row -> new Position(row.getInt(1), row.getLong(2), row.getInt(3))));
    }

    /** Keeps a cursor for another lease; false when it was lost. */
    boolean renew(String name, String owner, Duration lease) {
        return update("""
                update fhir.feed_cursor set lease_ends = clock_timestamp() + ? * interval '1 ms'
                where name = ? and owner = ?
                """, lease.toMillis(), name, owner);
    }

    /** Moves a cursor on; false when its owner has lost it, so that another may have handled the same changes. */
    boolean advance(String name, String owner, Position position) {
        return update(
                """
                update fhir.feed_cursor set epoch = ?, txid = ?::text::xid8, seq = ?, moved_at = ?,
                  failures = 0, last_error = null, next_try = null
                where name = ? and owner = ?
                """,
                position.epoch(),
                String.valueOf(position.transaction()),
                position.sequence(),
                store.settings().clock().millis() * 1000,
                name,
                owner);
    }

    /** Keeps what went wrong, for those who look at {@link #list}. */
    void fail(String name, String owner, Trouble trouble) {
        update(
                "update fhir.feed_cursor set failures = ?, last_error = ?, next_try = ? where name = ? and owner = ?",
                trouble.failures(),
                trouble.error(),
                ChronoUnit.MICROS.between(Instant.EPOCH, trouble.nextTry()),
                name,
                owner);
    }

    /** Gives a cursor back, so that another need not wait for the lease to run out. */
    void release(String name, String owner) {
        update("update fhir.feed_cursor set owner = null, lease_ends = null where name = ? and owner = ?", name, owner);
    }

    /** All cursors, by name. */
    public List<Cursor> list() {
        var sql = new Sql("""
                select name, epoch, txid::text::bigint, seq, owner, moved_at, failures, last_error, next_try
                from fhir.feed_cursor order by name
                """);
        return store.database().read(connection -> Statements.list(connection, sql, Cursors::read));
    }

    /**
     * Sends a consumer to another position, from which it reads again. Whoever consumes now loses the cursor and takes
     * it anew.
     *
     * @throws Refusal 404 when there is no such cursor
     */
    public void reset(String name, Position position) {
        boolean there =
                update("""
                update fhir.feed_cursor set epoch = ?, txid = ?::text::xid8, seq = ?, owner = null, lease_ends = null,
                  failures = 0, last_error = null, next_try = null
                where name = ?
                """, position.epoch(), String.valueOf(position.transaction()), position.sequence(), name);
        if (!there) {
            throw Refusal.notFound("The feed has no cursor '%s'.".formatted(name));
        }
    }

    private boolean update(String sql, Object... arguments) {
        return store.database().read(connection -> Statements.update(connection, new Sql(sql, arguments)) > 0);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static Cursor read(ResultSet row) throws SQLException {
        int failures = row.getInt(7);
        String error = row.getString(8);
        return new Cursor(
                row.getString(1),
                new Position(row.getInt(2), row.getLong(3), row.getInt(4)),
                Optional.ofNullable(row.getString(5)),
                instant(row, 6),
                instant(row, 9).map(nextTry -> new Trouble(failures, error, nextTry)));
    }
}
