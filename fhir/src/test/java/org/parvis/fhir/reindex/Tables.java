package org.parvis.fhir.reindex;

import java.sql.SQLException;
import javax.sql.DataSource;

/** A look behind the store, at its tables. */
record Tables(DataSource database) {

    /** How many rows of text stand under any definition of this parameter, `Patient.birth-place`. */
    long rowsOf(String parameter) throws SQLException {
        return number("select count(*) from fhir.ix_string s join fhir.word w on w.id = s.param where w.word like '"
                + parameter + "@%'");
    }

    long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
