package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The feed's rows, in commit-safe order. A change is shown once every transaction that began before its own has ended,
 * so that nothing can still appear before it.
 */
public final class Changes {

    private static final String COLUMNS = "c.epoch, c.txid::text::bigint, c.seq, c.type, c.fid, c.patient, c.rid,"
            + " c.version, c.method::text, c.at";
    private static final String SETTLED = " and (c.epoch < ? or c.txid < pg_snapshot_xmin(pg_current_snapshot()))";

    private final Dictionary words;
    private final int epoch;

    Changes(Dictionary words, int epoch) {
        this.words = words;
        this.epoch = epoch;
    }

    /** The settled changes after a position, oldest first. */
    public List<Change> after(Connection connection, Change.Position position, int limit, Visibility visible)
            throws SQLException {
        var sql = new Sql(
                        "select " + COLUMNS
                                + " from fhir.change c where (c.epoch, c.txid, c.seq) > (?, ?::text::xid8, ?)"
                                + SETTLED,
                        position.epoch(),
                        String.valueOf(position.transaction()),
                        position.sequence(),
                        epoch)
                .add(visible.and("c"))
                .add(" order by c.epoch, c.txid, c.seq limit ?", limit);
        return Statements.list(connection, sql, this::read);
    }

    /** The latest settled changes, newest first. */
    public List<Change> latest(Connection connection, int limit, Visibility visible) throws SQLException {
        var sql = new Sql("select " + COLUMNS + " from fhir.change c where true" + SETTLED, epoch)
                .add(visible.and("c"))
                .add(" order by c.epoch desc, c.txid desc, c.seq desc limit ?", limit);
        return Statements.list(connection, sql, this::read);
    }

    /** The position of the latest settled change; the start when there is none. */
    public Change.Position end(Connection connection) throws SQLException {
        Optional<Change> last =
                latest(connection, 1, Visibility.everything()).stream().findFirst();
        return last.map(Change::position).orElse(Change.Position.START);
    }

    private Change read(java.sql.ResultSet row) throws SQLException {
        return new Change(
                new Change.Position(row.getInt(1), row.getLong(2), row.getInt(3)),
                new ResourceKey(words.word(row.getInt(4)), row.getString(5)),
                new Place(row.getLong(6), row.getLong(7)),
                row.getInt(8),
                Method.of(row.getString(9)),
                row.getLong(10));
    }
}
