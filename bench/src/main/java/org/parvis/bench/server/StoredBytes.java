package org.parvis.bench.server;

import java.sql.DriverManager;
import java.sql.SQLException;

/** The size of a server's database once the writes have settled. */
record StoredBytes(DatabaseLogin login) {

    /** Where a server's PostgreSQL lets the bench in. */
    record DatabaseLogin(String database, String user, String password) {}

    long settled(int port) throws SQLException {
        var address = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, login.database());
        try (var connection = DriverManager.getConnection(address, login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            try (var size = statement.executeQuery("select pg_database_size(current_database())")) {
                size.next();
                return size.getLong(1);
            }
        }
    }
}
