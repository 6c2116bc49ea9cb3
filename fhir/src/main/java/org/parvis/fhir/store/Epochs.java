package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The lives of the database cluster. PostgreSQL's transaction ids start again when a dump is restored into a new
 * cluster, which its system identifier tells; the feed's positions begin with the life's number.
 */
final class Epochs {

    private Epochs() {}

    static int current(Connection connection, long now) throws SQLException {
        Statements.update(
                connection,
                new Sql(
                        "insert into fhir.epoch (cluster, began_at) select system_identifier, ? from pg_control_system()"
                                + " on conflict do nothing",
                        now));
        return Statements.one(
                connection,
                new Sql("select id from fhir.epoch, pg_control_system() where cluster = system_identifier"),
                row -> row.getInt(1));
    }
}
