package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;

/** Takes away what the trace has kept as long as it must, by whole seals, which stay. */
final class Retirement {

    /** What is younger never goes: whoever says that it went so has taken it away. */
    static final int SHORTEST_DAYS = 365;

    /** A seal holds up to twenty thousand entries; nobody is to wait for many. */
    private static final int SEALS_AT_ONCE = 10;

    private static final long LOCK = (3L << 40) + 1;

    private static final List<String> TABLES = List.of("trace_received", "trace_patient", "trace");

    private final Connection connection;

    Retirement(Connection connection) {
        this.connection = connection;
    }

    /** The number of the last seal whose entries are gone by right; 0 when all are to be here. */
    long last() throws SQLException {
        return Statements.one(
                connection,
                new Sql(
                        "select coalesce(max(seal), 0) from fhir.trace_retired where day + ? <= made / 86400000000"
                                + " and made <= extract(epoch from clock_timestamp()) * 1000000",
                        SHORTEST_DAYS),
                row -> row.getLong(1));
    }

    /** Takes away the entries of the oldest seals made before this day; whether there were such seals. */
    boolean retireNext(LocalDate before, long now) throws SQLException {
        // Of all nodes one retires at a time.
        Statements.list(connection, new Sql("select pg_advisory_xact_lock(?)", LOCK), row -> row);
        long from = last();
        var seals = new Sql(
                "select number, day, moments, ids from fhir.trace_seal where number > ? and number <= ? and day < ?",
                from,
                from + SEALS_AT_ONCE,
                (int) before.toEpochDay());
        Statements.list(connection, new Sql("select set_config('parvis.retiring_trace', 'on', true)"), row -> row);
        for (String table : TABLES) {
            Statements.update(
                    connection,
                    new Sql("with s as (")
                            .add(seals)
                            .add(
                                    ") delete from fhir." + table
                                            + " where (moment, id) in (select u.moment, u.id from s, unnest(s.moments, s.ids) u(moment, id))"));
        }
        return Statements.update(
                        connection,
                        new Sql("insert into fhir.trace_retired (seal, day, made) select number, day, ? from (", now)
                                .add(seals)
                                .add(") s order by number desc limit 1"))
                == 1;
    }
}
