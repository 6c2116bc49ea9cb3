package org.parvis.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a PostgreSQL server says of itself.
 *
 * @param durable whether an acknowledged write survives a power cut: the server waits for the disk before it answers
 */
public record DatabaseFacts(int major, String version, boolean durable) {

    private static final int OLDEST = 15;

    private static final String QUESTION = """
            select current_setting('server_version_num')::int / 10000,
                   current_setting('server_version'),
                   current_setting('fsync')::boolean
                   and current_setting('full_page_writes')::boolean
                   and current_setting('synchronous_commit') <> 'off'
            """;

    static DatabaseFacts of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(QUESTION)) {
            answer.next();
            return new DatabaseFacts(answer.getInt(1), answer.getString(2), answer.getBoolean(3));
        }
    }

    /** Refuses a server whose SQL the store cannot use. */
    DatabaseFacts recentEnough(String place) {
        if (major < OLDEST) {
            throw new DatabaseRefused(
                    "Parvis needs PostgreSQL %d or later; the one at %s is %s. Upgrade it, or remove parvis.database.url to use the embedded one."
                            .formatted(OLDEST, place, version));
        }
        return this;
    }
}
