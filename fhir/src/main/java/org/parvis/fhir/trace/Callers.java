package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.store.Database;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;

/** The numbers under which the trace keeps callers. A caller keeps its number for ever, so what is remembered stays true. */
final class Callers {

    /** A caller as the trace tells of it: without what it may see. */
    private record Key(String name, String person, String organisation, Purpose purpose) {

        static Key of(Caller caller) {
            return new Key(
                    caller.name(),
                    caller.person().orElse(""),
                    caller.organisation().orElse(""),
                    caller.purpose());
        }
    }

    private final Database database;
    private final Map<Key, Integer> numbers = new ConcurrentHashMap<>();

    Callers(Database database) {
        this.database = database;
    }

    int number(Caller caller) {
        var key = Key.of(caller);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = database.read(connection -> kept(connection, key));
        numbers.put(key, number);
        return number;
    }

    private static int kept(Connection connection, Key key) throws SQLException {
        Statements.update(
                connection,
                new Sql(
                        "insert into fhir.trace_caller (name, person, organisation, purpose) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        key.name(),
                        key.person(),
                        key.organisation(),
                        key.purpose().name()));
        return Statements.one(
                connection,
                new Sql(
                        "select id from fhir.trace_caller where name = ? and person = ? and organisation = ?"
                                + " and purpose = ?",
                        key.name(),
                        key.person(),
                        key.organisation(),
                        key.purpose().name()),
                row -> row.getInt(1));
    }
}
