package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.trace.TraceQuery.Criterion;
import org.parvis.fhir.trace.TraceQuery.Span;

/** Reads entries, and names again what the table holds as numbers. */
final class TraceReader {

    private static final String SELECT = """
            select t.moment, t.id, c.name, c.person, c.organisation, c.purpose, t.address, t.session, t.action::text, t.outcome,
              t.type, t.version, t.patient, t.resources, t.detail, e.body,
              array(select p.patient from fhir.trace_patient p where (p.moment, p.id) = (t.moment, t.id) order by 1)
            from fhir.trace t join fhir.trace_caller c on c.id = t.caller
              left join fhir.trace_received e on (e.moment, e.id) = (t.moment, t.id)
            """;

    /** A row before its numbers are named. */
    private record Raw(Traced entry, List<Long> patients, List<Long> resources) {}

    /** What a number stands for, and the patient whom it is about. */
    private record Named(ResourceKey key, long patient) {}

    private final Store store;

    TraceReader(Store store) {
        this.store = store;
    }

    Optional<Traced> entry(Connection connection, TraceId id, TraceRights rights) throws SQLException {
        var one = new TraceQuery(
                new Span(id.moment(), id.moment() + 1),
                List.of(),
                Optional.of(new TraceId(id.moment(), id.number() + 1)),
                1);
        return entries(connection, one, rights).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    List<Traced> entries(Connection connection, TraceQuery query, TraceRights rights) throws SQLException {
        Span time = query.time();
        var sql = new Sql(SELECT + "where t.moment >= ? and t.moment < ?", time.from(), time.until());
        if (query.after().isPresent()) {
            TraceId last = query.after().get();
            sql.add(" and (t.moment, t.id) < (?, ?)", last.moment(), last.number());
        }
        Optional<Set<Long>> readable = readable(connection, rights);
        var conditions = new TraceConditions(store, connection, time, readable);
        for (Criterion criterion : rights.within(query).criteria()) {
            sql.add(conditions.of(criterion));
        }
        sql.add(" order by t.moment desc, t.id desc limit " + query.limit());
        return named(connection, Statements.listPlanned(connection, sql, this::raw), readable);
    }

    private Optional<Set<Long>> readable(Connection connection, TraceRights rights) throws SQLException {
        return switch (rights.limit().orElse(null)) {
            case Criterion.Patients(var ids) ->
                Optional.of(Set.copyOf(store.identities().rids(connection, "Patient", ids)));
            case Criterion.Represented(var holders) ->
                Optional.of(
                        new TraceConditions(store, connection, Span.always(), Optional.empty()).represented(holders));
            case null, default -> Optional.empty();
        };
    }

    private Raw raw(ResultSet row) throws SQLException {
        int type = row.getInt(11);
        var entry = new Traced(
                new TraceId(row.getLong(1), row.getLong(2)),
                row.getString(3),
                present(row.getString(4)),
                present(row.getString(5)),
                Purpose.valueOf(row.getString(6)),
                new Origin(present(row.getString(7)), present(row.getString(8))),
                Action.of(row.getString(9)),
                Outcome.of(row.getInt(10)),
                type == 0 ? "" : store.words().word(type),
                row.getInt(12),
                List.of(),
                List.of(),
                row.getString(15),
                received(row.getBytes(16)));
        var patients = new ArrayList<>(numbers(row, 17));
        if (row.getLong(13) != 0) {
            patients.add(row.getLong(13));
        }
        return new Raw(entry, patients, numbers(row, 14));
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(written -> !written.isEmpty());
    }

    private static Optional<String> received(byte @Nullable [] body) {
        return Optional.ofNullable(body).map(ReceivedBody::json);
    }

    private static List<Long> numbers(ResultSet row, int column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }

    private List<Traced> named(Connection connection, List<Raw> rows, Optional<Set<Long>> readable)
            throws SQLException {
        Set<Long> numbers = new HashSet<>();
        rows.forEach(row -> {
            numbers.addAll(row.patients());
            numbers.addAll(row.resources());
        });
        Map<Long, Named> names = numbers.isEmpty() ? Map.of() : names(connection, numbers);
        return rows.stream().map(row -> named(row, names, readable)).toList();
    }

    // Whoever reads of some patients only reads nothing of the others: neither who they are nor what was asked.
    private static Traced named(Raw row, Map<Long, Named> names, Optional<Set<Long>> readable) {
        List<Named> patients = row.patients().stream()
                .filter(rid -> readable.map(some -> some.contains(rid)).orElse(true))
                .flatMap(rid -> Optional.ofNullable(names.get(rid)).stream())
                .toList();
        List<ResourceKey> resources = row.resources().stream()
                .flatMap(rid -> Optional.ofNullable(names.get(rid)).stream())
                .filter(named ->
                        readable.map(some -> some.contains(named.patient())).orElse(true))
                .map(Named::key)
                .toList();
        boolean whole = readable.map(some -> some.containsAll(row.patients())).orElse(true);
        return (whole ? row.entry() : row.entry().withoutDetail())
                .about(patients.stream().map(named -> named.key().id()).toList(), resources);
    }

    /** The addresses of resources, alive or deleted, and of patients who are only referred to. */
    private Map<Long, Named> names(Connection connection, Set<Long> rids) throws SQLException {
        var names = new HashMap<Long, Named>();
        var wanted = SqlArray.longs(rids);
        var sql = new Sql(
                "select rid, type, fid, patient from fhir.superseded where rid = any(?) union all select rid, type, fid,"
                        + " patient from fhir.identity where rid = any(?) and patient = rid union all select rid, type,"
                        + " fid, patient from fhir.resource where rid = any(?)",
                wanted,
                wanted,
                wanted);
        Statements.list(
                connection,
                sql,
                row -> names.put(
                        row.getLong(1),
                        new Named(
                                new ResourceKey(store.words().word(row.getInt(2)), row.getString(3)), row.getLong(4))));
        return names;
    }
}
