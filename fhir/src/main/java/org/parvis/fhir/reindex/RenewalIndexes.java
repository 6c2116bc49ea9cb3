package org.parvis.fhir.reindex;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;

/**
 * Indexes by resource on the tables that have none, for as long as all rows of resources are made anew: rows of an older
 * extraction can be found in no other way, and every other day such indexes would only cost.
 */
final class RenewalIndexes {

    private static final List<String> TABLES = List.of("ix_token", "ix_date", "ix_pair", "ix_position");

    private final Duration statementTimeout;

    RenewalIndexes(Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    /** Builds what is missing, without keeping writers waiting. */
    void build(Connection connection) throws SQLException {
        unhurried(connection, () -> {
            for (String table : TABLES) {
                if (!isThere(connection, table, true)) {
                    drop(connection, table);
                    Statements.update(
                            connection,
                            new Sql("create index concurrently " + name(table) + " on fhir." + table + " (rid)"));
                }
            }
        });
    }

    /** Takes away what is left. */
    void drop(Connection connection) throws SQLException {
        unhurried(connection, () -> {
            for (String table : TABLES) {
                if (isThere(connection, table, false)) {
                    drop(connection, table);
                }
            }
        });
    }

    private static void drop(Connection connection, String table) throws SQLException {
        Statements.update(connection, new Sql("drop index concurrently if exists fhir." + name(table)));
    }

    // One whose building was interrupted is there, but is not valid.
    private static boolean isThere(Connection connection, String table, boolean valid) throws SQLException {
        return Statements.one(
                connection,
                new Sql(
                        "select exists (select from pg_index where indexrelid = to_regclass(?) and (indisvalid or not ?))",
                        "fhir." + name(table),
                        valid),
                row -> row.getBoolean(1));
    }

    private static String name(String table) {
        return table + "_renewal";
    }

    private void unhurried(Connection connection, Jobs.Work work) throws SQLException {
        Statements.list(
                connection, new Sql("select set_config('statement_timeout', '0', false)"), row -> row.getString(1));
        try {
            work.run();
        } finally {
            Statements.list(
                    connection,
                    new Sql(
                            "select set_config('statement_timeout', ?, false)",
                            String.valueOf(statementTimeout.toMillis())),
                    row -> row.getString(1));
        }
    }
}
