package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/** What each database session is told once, when it is first used: how long a statement may run, and to compile none. */
final class SessionDefaults {

    private final Set<PGConnection> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Duration statementTimeout;

    SessionDefaults(Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    void tell(Connection connection) throws SQLException {
        PGConnection session = connection.unwrap(PGConnection.class);
        if (told.contains(session)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = " + statementTimeout.toMillis());
            // Compiling a plan takes longer than a search does.
            statement.execute("set jit = off");
        }
        told.add(session);
    }
}
