package org.parvis.fhir.trace;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;

/** The seals as the database keeps them. */
final class Seals {

    private static final String SELECT =
            "select number, day, epoch, until, moments, ids, digests, hash from fhir.trace_seal";

    private final Connection connection;

    Seals(Connection connection) {
        this.connection = connection;
    }

    Seal last() throws SQLException {
        return Statements.first(connection, new Sql(SELECT + " order by number desc limit 1"), Seals::read)
                .orElse(Seal.NONE);
    }

    Optional<Seal> numbered(long number) throws SQLException {
        return Statements.first(connection, new Sql(SELECT + " where number = ?", number), Seals::read);
    }

    /** The first and the last seal of a day, or of all days. */
    Optional<Range> range(Optional<LocalDate> day) throws SQLException {
        var sql = new Sql("select min(number), max(number) from fhir.trace_seal where true");
        day.ifPresent(date -> sql.add(" and day = ?", (int) date.toEpochDay()));
        return Statements.first(connection, sql, row -> new Range(row.getLong(1), row.getLong(2)))
                .filter(range -> range.first() > 0);
    }

    /** Seals from the first to the last, both included. */
    record Range(long first, long last) {}

    void add(Seal seal, long made) throws SQLException {
        Statements.update(
                connection,
                new Sql(
                        "insert into fhir.trace_seal (number, day, made, epoch, until, moments, ids, digests, hash)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        seal.number(),
                        (int) seal.day().toEpochDay(),
                        made,
                        seal.epoch(),
                        seal.until(),
                        SqlArray.longs(seal.ids().stream().map(TraceId::moment).toList()),
                        SqlArray.longs(seal.ids().stream().map(TraceId::number).toList()),
                        seal.digests(),
                        seal.hash()));
    }

    /** The next entries that are to be sealed: at most so many, unless one transaction wrote more. */
    Stretch after(Seal last, int epoch, int most) throws SQLException {
        long horizon = Statements.one(
                connection,
                new Sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint"),
                row -> row.getLong(1));
        if (last.epoch() == epoch) {
            return stretch(epoch, last.until(), horizon, most);
        }
        // After a restore, what the former life of the cluster left unsealed comes first.
        Stretch left = stretch(last.epoch(), last.until(), Long.MAX_VALUE, most);
        return left.ids().isEmpty() ? stretch(epoch, 0, horizon, most) : left;
    }

    private Stretch stretch(int epoch, long from, long end, int most) throws SQLException {
        long until = Statements.first(
                        connection,
                        new Sql(
                                "select txid from fhir.trace where epoch = ? and txid >= ? and txid < ? order by txid offset "
                                        + most + " limit 1",
                                epoch,
                                from,
                                end),
                        row -> Math.max(row.getLong(1), from + 1))
                .orElse(end);
        var ids = new ArrayList<TraceId>();
        var digests = new ByteArrayOutputStream();
        var sql = new Sql(
                "select t.moment, t.id, sha256(convert_to(" + SealedText.COLUMN + ", 'UTF8')) from " + SealedText.TABLES
                        + " where t.epoch = ? and t.txid >= ? and t.txid < ? order by t.txid, t.id",
                epoch,
                from,
                until);
        Statements.list(connection, sql, row -> {
            digests.writeBytes(row.getBytes(3));
            return ids.add(new TraceId(row.getLong(1), row.getLong(2)));
        });
        return new Stretch(epoch, until, ids, digests.toByteArray());
    }

    /** Entries in the order of their transactions, before they have a seal. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Stretch(int epoch, long until, List<TraceId> ids, byte[] digests) {}

    private static Seal read(ResultSet row) throws SQLException {
        var moments = (Long[]) row.getArray(5).getArray();
        var numbers = (Long[]) row.getArray(6).getArray();
        var ids = new ArrayList<TraceId>();
        for (int i = 0; i < moments.length; i++) {
            ids.add(new TraceId(moments[i], numbers[i]));
        }
        return new Seal(
                row.getLong(1),
                LocalDate.ofEpochDay(row.getInt(2)),
                row.getInt(3),
                row.getLong(4),
                ids,
                row.getBytes(7),
                row.getBytes(8));
    }
}
