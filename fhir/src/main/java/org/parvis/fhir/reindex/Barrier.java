package org.parvis.fhir.reindex;

import java.sql.Connection;
import java.sql.SQLException;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;

/**
 * Tells when every write by older definitions has ended. A write assures itself of the definitions after it was given
 * its transaction number; so those that did while older ones were in force have numbers below one that is given now.
 */
final class Barrier {

    private long definitions = -1;
    private String transaction = "";

    /** @param current number of the definitions in force */
    boolean isPassed(Connection connection, long current) throws SQLException {
        if (current != definitions) {
            transaction =
                    Statements.one(connection, new Sql("select pg_current_xact_id()::text"), row -> row.getString(1));
            definitions = current;
        }
        return Statements.one(
                connection,
                new Sql("select pg_snapshot_xmin(pg_current_snapshot()) > ?::xid8", transaction),
                row -> row.getBoolean(1));
    }
}
