package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;

/** Entries on their way to the table: columns as arrays, so that any number of entries is one statement. */
final class EntryBatch {

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

    private static final String INSERT_RECEIVED = """
            insert into fhir.trace_received (moment, id, started, event, subtype, action, body) values (?, ?, ?, ?, ?, ?, ?)""";

    /** An entry with its place and the patients whom it is about, as far as its resources name a single one each. */
    private record Numbered(TraceId id, Entry entry, Set<Long> patients) {

        boolean isAboutSeveral() {
            return !entry.shared().isEmpty() || patients.size() > 1;
        }

        long patient() {
            return isAboutSeveral() ? 0 : patients.stream().findFirst().orElse(0L);
        }

        Numbered alsoAbout(Map<ResourceKey, Place> places) {
            var all = new TreeSet<>(patients);
            entry.about().forEach(key -> Optional.ofNullable(places.get(key)).ifPresent(place -> all.add(place.rid())));
            return new Numbered(id, entry, all);
        }
    }

    private final Store store;
    private List<Numbered> entries;
    private final List<Integer> callers;

    EntryBatch(Store store, Callers callers, List<Entry> entries) {
        this.store = store;
        this.entries = entries.stream()
                .map(entry -> new Numbered(new TraceId(entry.moment(), store.newNumber()), entry, entry.patients()))
                .toList();
        this.callers =
                entries.stream().map(entry -> callers.number(entry.caller())).toList();
    }

    List<TraceId> ids() {
        return entries.stream().map(Numbered::id).toList();
    }

    /** Whether one statement keeps all, and so commits by itself. */
    boolean isOneStatement() {
        return entries.stream().noneMatch(Numbered::isAboutSeveral)
                && entries.stream()
                        .allMatch(numbered -> numbered.entry().received().isEmpty());
    }

    void insert(Connection connection) throws SQLException {
        nameTheOthers(connection);
        Statements.update(connection, rows());
        if (entries.stream().anyMatch(Numbered::isAboutSeveral)) {
            Statements.update(connection, patients());
        }
        for (Numbered numbered : entries) {
            if (numbered.entry().received().isPresent()) {
                Statements.update(
                        connection,
                        received(numbered.id(), numbered.entry().received().get()));
            }
        }
    }

    private static Sql received(TraceId id, ReceivedEvent event) {
        return new Sql(
                INSERT_RECEIVED,
                id.moment(),
                id.number(),
                event.started(),
                event.event(),
                event.subtype(),
                event.action(),
                ReceivedBody.of(event.json()));
    }

    private void nameTheOthers(Connection connection) throws SQLException {
        Set<ResourceKey> named = entries.stream()
                .flatMap(numbered -> numbered.entry().about().stream())
                .collect(Collectors.toSet());
        if (!named.isEmpty()) {
            Map<ResourceKey, Place> places = store.identities().mentioned(connection, named, _ -> {});
            entries =
                    entries.stream().map(numbered -> numbered.alsoAbout(places)).toList();
        }
    }

    private Sql rows() {
        return new Sql(
                INSERT,
                store.epoch(),
                SqlArray.longs(each(numbered -> numbered.id().moment())),
                SqlArray.longs(each(numbered -> numbered.id().number())),
                SqlArray.longs(each(Numbered::patient)),
                SqlArray.ints(callers),
                SqlArray.ints(each(numbered -> type(numbered.entry().type()))),
                SqlArray.ints(each(numbered -> numbered.entry().version())),
                SqlArray.ints(each(numbered -> numbered.entry().outcome().code())),
                SqlArray.texts(each(numbered -> numbered.entry().action().letter())),
                SqlArray.texts(
                        each(numbered -> numbered.entry().origin().address().orElse(""))),
                SqlArray.texts(
                        each(numbered -> numbered.entry().origin().session().orElse(""))),
                SqlArray.texts(each(numbered -> numbered.entry().detail())),
                SqlArray.texts(each(numbered -> array(numbered.entry().resources()))));
    }

    private Sql patients() {
        var named = new Triples();
        var shared = new Triples();
        for (Numbered numbered : entries) {
            if (numbered.isAboutSeveral()) {
                TraceId id = numbered.id();
                numbered.patients().forEach(patient -> named.add(patient, id.moment(), id.number()));
                numbered.entry().shared().forEach(rid -> shared.add(id.moment(), id.number(), rid));
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

    private <T> List<T> each(Function<Numbered, T> column) {
        return entries.stream().map(column).toList();
    }

    private static String array(Set<Long> numbers) {
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
