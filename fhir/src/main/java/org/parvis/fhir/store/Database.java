package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** The door to PostgreSQL: schema, connections, transactions, and what its failures mean to a caller. */
public final class Database {

    private static final String SCHEMA = "fhir";

    private final DataSource source;
    private final Duration statementTimeout;
    private final SessionDefaults defaults;

    private Database(DataSource source, Duration statementTimeout) {
        this.source = source;
        this.statementTimeout = statementTimeout;
        this.defaults = new SessionDefaults(statementTimeout);
    }

    /** Brings the schema up to date and opens the door. */
    public static Database open(DataSource source, Duration statementTimeout) {
        Flyway.configure()
                .dataSource(source)
                .schemas(SCHEMA)
                .locations("classpath:db/migration/fhir")
                .load()
                .migrate();
        return new Database(source, statementTimeout);
    }

    /** Work on a connection that may fail as SQL does. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs statements that each see the latest commits. */
    public <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            defaults.tell(connection);
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs statements that all see the same moment, for an answer made of several. */
    public <T> T readConsistently(Work<T> work) {
        return read(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("begin isolation level repeatable read, read only");
                try {
                    return work.on(connection);
                } finally {
                    statement.execute("rollback");
                }
            }
        });
    }

    /** Runs statements that are committed together, or not at all when anything is thrown. */
    public <T> T write(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            defaults.tell(connection);
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return Refusal.of(503, IssueCode.TRANSIENT, "Every database connection is busy. Try again shortly.", null);
        }
        return switch (String.valueOf(e.getSQLState())) {
            case "57014" ->
                Refusal.of(
                        503,
                        IssueCode.TIMEOUT,
                        "The database needed more than %s s. Narrow the request, or try again later."
                                .formatted(statementTimeout.toSeconds()),
                        null);
            case "55P03", "40P01", "40001" ->
                Refusal.of(
                        503, IssueCode.LOCK_ERROR, "Others are writing the same resources. Try again shortly.", null);
            case "57P01", "57P02", "57P03", "08001", "08003", "08006" ->
                Refusal.of(503, IssueCode.TRANSIENT, "The database is restarting. Try again shortly.", null);
            case Outdated.SQL_STATE -> new Outdated();
            default -> new StoreFault(e);
        };
    }
}
