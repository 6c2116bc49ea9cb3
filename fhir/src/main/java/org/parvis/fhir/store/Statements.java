package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGStatement;

/** Runs one statement on a connection and reads its rows. */
public final class Statements {

    private Statements() {}

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public static <T> List<T> list(Connection connection, Sql sql, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql)) {
            return rows(statement, reader);
        }
    }

    /**
     * Like {@link #list}, planned anew with the values at hand: a search of a rare code and of a frequent one deserve
     * different plans.
     */
    public static <T> List<T> listPlanned(Connection connection, Sql sql, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return rows(statement, reader);
        }
    }

    public static <T> Optional<T> first(Connection connection, Sql sql, RowReader<T> reader) throws SQLException {
        var rows = list(connection, sql, reader);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** The only row of an answer that always has one. */
    public static <T> T one(Connection connection, Sql sql, RowReader<T> reader) throws SQLException {
        return first(connection, sql, reader).orElseThrow();
    }

    /** Runs a statement and says how many rows it changed. */
    public static int update(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql)) {
            return statement.executeUpdate();
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        var rows = new ArrayList<T>();
        try (ResultSet answer = statement.executeQuery()) {
            while (answer.next()) {
                rows.add(reader.read(answer));
            }
        }
        return rows;
    }

    static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        int position = 1;
        for (Object argument : sql.arguments()) {
            bind(connection, statement, position++, argument);
        }
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, int position, Object argument)
            throws SQLException {
        if (argument instanceof SqlArray array) {
            statement.setArray(position, array.on(connection));
        } else {
            statement.setObject(position, argument);
        }
    }
}
