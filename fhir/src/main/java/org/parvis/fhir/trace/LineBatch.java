package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;

/** Lines on their way to the table: columns as arrays, so that any number of lines is one statement. */
final class LineBatch {

    private static final String INSERT = """
            insert into fhir.trace (epoch, moment, id, patient, caller, type, version, outcome, action, address, session,
              detail, resources)
            select ?, moment, id, patient, caller, type, version, outcome::smallint, action::"char", address, session, detail,
              resources::bigint[]
            from unnest((select ?::bigint[]), (select ?::bigint[]), (select ?::bigint[]), (select ?::int[]), (select ?::int[]),
              (select ?::int[]), (select ?::int[]), (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
              (select ?::text[])) u(moment, id, patient, caller, type, version, outcome, action, address, session, detail,
              resources)""";

    // A resource about several patients names them in a table of its own.
    private static final String INSERT_PATIENTS = """
            insert into fhir.trace_patient (patient, moment, id)
            select * from unnest((select ?::bigint[]), (select ?::bigint[]), (select ?::bigint[]))
            union select s.patient, u.moment, u.id
            from unnest((select ?::bigint[]), (select ?::bigint[]), (select ?::bigint[])) u(moment, id, rid)
              join fhir.shared_patient s on s.rid = u.rid""";

    private final Store store;
    private final Callers callers;
    private final List<Line> lines;

    LineBatch(Store store, Callers callers, List<Line> lines) {
        this.store = store;
        this.callers = callers;
        this.lines = lines;
    }

    void insert(Connection connection) throws SQLException {
        List<Line> all = namingTheOthers(connection);
        Statements.update(connection, rows(all));
        if (all.stream().anyMatch(Line::concernsSeveral)) {
            Statements.update(connection, patients(all));
        }
    }

    private List<Line> namingTheOthers(Connection connection) throws SQLException {
        Set<ResourceKey> named =
                lines.stream().flatMap(line -> line.about().stream()).collect(Collectors.toSet());
        if (named.isEmpty()) {
            return lines;
        }
        Map<ResourceKey, Place> places = store.identities().mentioned(connection, named, _ -> {});
        return lines.stream()
                .map(line -> line.alsoAbout(line.about().stream()
                        .flatMap(key -> Optional.ofNullable(places.get(key)).stream())
                        .map(Place::rid)
                        .toList()))
                .toList();
    }

    private Sql rows(List<Line> all) {
        return new Sql(
                INSERT,
                store.epoch(),
                SqlArray.longs(each(all, line -> line.id().moment())),
                SqlArray.longs(each(all, line -> line.id().number())),
                SqlArray.longs(each(all, Line::patient)),
                SqlArray.ints(each(all, line -> callers.number(line.asker()))),
                SqlArray.ints(each(all, line -> type(line.type()))),
                SqlArray.ints(each(all, Line::version)),
                SqlArray.ints(each(all, line -> line.outcome().code())),
                SqlArray.texts(each(all, line -> line.action().letter())),
                SqlArray.texts(each(all, Line::address)),
                SqlArray.texts(each(all, Line::session)),
                SqlArray.texts(each(all, Line::detail)),
                SqlArray.texts(each(all, line -> array(line.resources()))));
    }

    private static Sql patients(List<Line> all) {
        var named = new Triples();
        var shared = new Triples();
        for (Line line : all) {
            if (line.concernsSeveral()) {
                TraceId id = line.id();
                line.patients().forEach(patient -> named.add(patient, id.moment(), id.number()));
                line.shared().forEach(rid -> shared.add(id.moment(), id.number(), rid));
            }
        }
        return new Sql(
                INSERT_PATIENTS,
                named.column(0),
                named.column(1),
                named.column(2),
                shared.column(0),
                shared.column(1),
                shared.column(2));
    }

    private int type(String type) {
        return type.isEmpty() ? 0 : store.words().number(Kind.TYPE, type);
    }

    private static <T> List<T> each(List<Line> all, Function<Line, T> column) {
        return all.stream().map(column).toList();
    }

    private static String array(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Rows of three numbers, as columns. */
    private static final class Triples {

        private final List<List<Long>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        void add(long first, long second, long third) {
            columns.get(0).add(first);
            columns.get(1).add(second);
            columns.get(2).add(third);
        }

        SqlArray column(int index) {
            return SqlArray.longs(columns.get(index));
        }
    }
}
