package org.parvis.bench.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The size of a server's database once the writes have settled. */
final class StoredBytes {

    private StoredBytes() {}

    /** Where a server's PostgreSQL lets the bench in. */
    record DatabaseLogin(String database, String user, String password) {

        Connection connect(int port) throws SQLException {
            var address = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
            return DriverManager.getConnection(address, user, password);
        }
    }

    static long settled(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            try (var size = statement.executeQuery("select pg_database_size(current_database())")) {
                size.next();
                return size.getLong(1);
            }
        }
    }
}
