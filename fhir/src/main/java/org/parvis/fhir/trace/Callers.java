package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parvis.fhir.store.Database;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;

/** The numbers under which the trace keeps callers. A caller keeps its number for ever, so what is remembered stays true. */
final class Callers {

    private final Database database;
    private final Map<Asker, Integer> numbers = new ConcurrentHashMap<>();

    Callers(Database database) {
        this.database = database;
    }

    int number(Asker asker) {
        Integer known = numbers.get(asker);
        if (known != null) {
            return known;
        }
        int number = database.read(connection -> kept(connection, asker));
        numbers.put(asker, number);
        return number;
    }

    private static int kept(Connection connection, Asker asker) throws SQLException {
        Statements.update(
                connection,
                new Sql(
                        "insert into fhir.trace_caller (name, person, organisation, purpose) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        asker.name(),
                        asker.person(),
                        asker.organisation(),
                        asker.purpose().name()));
        return Statements.one(
                connection,
                new Sql(
                        "select id from fhir.trace_caller where name = ? and person = ? and organisation = ?"
                                + " and purpose = ?",
                        asker.name(),
                        asker.person(),
                        asker.organisation(),
                        asker.purpose().name()),
                row -> row.getInt(1));
    }
}
