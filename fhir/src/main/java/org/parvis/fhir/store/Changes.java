package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.Dictionary.Kind;

/**
 * The feed's rows, in commit-safe order. A change is settled once every transaction that began before its own has
 * ended, so that nothing can still appear before it; only settled changes are shown.
 */
public final class Changes {

    private static final String PLACE = "c.epoch, c.txid::text::bigint, c.seq";
    private static final String CHANGES = "select " + PLACE
            + ", c.type, c.fid, c.patient, c.rid, c.version, c.method::text, c.at, p.fid from fhir.change c"
            + " left join fhir.identity p on p.rid = c.patient and p.patient = p.rid where ";
    private static final String AFTER = "(c.epoch, c.txid, c.seq) > (?, ?::text::xid8, ?)";
    private static final String UP_TO = "(c.epoch, c.txid, c.seq) <= (?, ?::text::xid8, ?)";
    // A bound of the index, so that changes held back by a long transaction are never walked through.
    private static final String SETTLED = "(c.epoch, c.txid) < (?, pg_snapshot_xmin(pg_current_snapshot()))";
    private static final String OLDEST_FIRST = " order by c.epoch, c.txid, c.seq limit ?";
    private static final String NEWEST_FIRST = " order by c.epoch desc, c.txid desc, c.seq desc limit ?";

    private final Dictionary words;
    private final int epoch;

    Changes(Dictionary words, int epoch) {
        this.words = words;
        this.epoch = epoch;
    }

    /** The position of the latest settled change; the start when there is none. */
    public Position end(Connection connection) throws SQLException {
        var sql = new Sql("select " + PLACE + " from fhir.change c where " + SETTLED + NEWEST_FIRST, epoch, 1);
        return Statements.first(connection, sql, Changes::position).orElse(Position.START);
    }

    /** Whether this position is the start or that of a settled change: whether this feed can have told it. */
    public boolean knows(Connection connection, Position position) throws SQLException {
        var sql = new Sql(
                "select from fhir.change c where (c.epoch, c.txid, c.seq) = (?, ?::text::xid8, ?) and " + SETTLED,
                position.epoch(),
                String.valueOf(position.transaction()),
                position.sequence(),
                epoch);
        return position.equals(Position.START)
                || Statements.first(connection, sql, _ -> true).isPresent();
    }

    /** The position of the last of the next settled changes, at most this many; empty when there is none. */
    public Optional<Position> reach(Connection connection, Position after, int changes) throws SQLException {
        var next = new Sql("select c.* from fhir.change c where ")
                .add(bound(AFTER, after))
                .add(" and " + SETTLED, epoch)
                .add(OLDEST_FIRST, changes);
        var sql = new Sql("select " + PLACE + " from (").add(next).add(") c" + NEWEST_FIRST, 1);
        return Statements.first(connection, sql, Changes::position);
    }

    /**
     * The changes that may be seen between two positions, oldest first.
     *
     * @param upTo a settled position, inclusive
     * @param types resource types told; empty for all
     */
    public List<Change> between(
            Connection connection, Position after, Position upTo, Set<String> types, Visibility visible, int limit)
            throws SQLException {
        var sql = new Sql(CHANGES)
                .add(bound(AFTER, after))
                .add(" and ")
                .add(bound(UP_TO, upTo))
                .add(visible.and("c"))
                .add(visible.andNow("c"));
        if (!types.isEmpty()) {
            var numbers =
                    types.stream().map(type -> words.number(Kind.TYPE, type)).toList();
            sql.add(" and c.type = any(?)", SqlArray.ints(numbers));
        }
        return Statements.list(connection, sql.add(OLDEST_FIRST, limit), this::read);
    }

    /** Those of the changes at these settled positions that may be seen, oldest first. */
    public List<Change> at(Connection connection, Collection<Position> positions, Visibility visible)
            throws SQLException {
        var sql = new Sql(
                        CHANGES + "(c.epoch, c.txid, c.seq) in (select u.epoch, u.txid::xid8, u.seq"
                                + " from unnest((select ?::int[]), (select ?::text[]), (select ?::int[])) u(epoch, txid, seq))",
                        SqlArray.ints(positions.stream().map(Position::epoch).toList()),
                        SqlArray.texts(positions.stream()
                                .map(position -> String.valueOf(position.transaction()))
                                .toList()),
                        SqlArray.ints(positions.stream().map(Position::sequence).toList()))
                .add(visible.and("c"))
                .add(visible.andNow("c"));
        return Statements.list(connection, sql.add(OLDEST_FIRST, positions.size()), this::read);
    }

    /** The latest settled changes, newest first. */
    public List<Change> latest(Connection connection, int limit, Visibility visible) throws SQLException {
        var sql = new Sql(CHANGES)
                .add(SETTLED, epoch)
                .add(visible.and("c"))
                .add(visible.andNow("c"))
                .add(NEWEST_FIRST, limit);
        return Statements.list(connection, sql, this::read);
    }

    private static Sql bound(String condition, Position position) {
        return new Sql(condition, position.epoch(), String.valueOf(position.transaction()), position.sequence());
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getInt(1), row.getLong(2), row.getInt(3));
    }

    private Change read(ResultSet row) throws SQLException {
        return new Change(
                position(row),
                new ResourceKey(words.word(row.getInt(4)), row.getString(5)),
                new Place(row.getLong(6), row.getLong(7)),
                Optional.ofNullable(row.getString(11)),
                row.getInt(8),
                Method.of(row.getString(9)),
                row.getLong(10));
    }
}
