package org.parvis.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How to reach a PostgreSQL database. */
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    Connection connect() throws SQLException {
        var properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(url, properties);
    }

    /** Never prints the password. */
    @Override
    public String toString() {
        return url;
    }
}
