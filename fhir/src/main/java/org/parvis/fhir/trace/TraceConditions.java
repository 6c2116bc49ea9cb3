package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.store.Place;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.trace.TraceQuery.Criterion;
import org.parvis.fhir.trace.TraceQuery.Criterion.Events.Kind;
import org.parvis.fhir.trace.TraceQuery.Span;

/** Criteria as conditions on the row called `t`, each beginning with `and`. */
final class TraceConditions {

    private final Store store;
    private final Connection connection;
    private final Span time;
    private final Optional<Set<Long>> readable;

    /** @param readable rids of the only patients who may be spoken of */
    TraceConditions(Store store, Connection connection, Span time, Optional<Set<Long>> readable) {
        this.store = store;
        this.connection = connection;
        this.time = time;
        this.readable = readable;
    }

    Sql of(Criterion criterion) throws SQLException {
        return switch (criterion) {
            case Criterion.Patients(var ids) ->
                about(readable(store.identities().rids(connection, "Patient", ids)));
            case Criterion.Represented(var holders) -> about(represented(holders));
            case Criterion.Persons(var references) -> by("person = any(?)", SqlArray.texts(references));
            case Criterion.Name(String part) -> by("strpos(lower(name), lower(?)) > 0", part);
            case Criterion.Organisations(var ids) -> by("organisation = any(?)", SqlArray.texts(ids));
            case Criterion.Purposes(var purposes) ->
                by(
                        "purpose = any(?)",
                        SqlArray.texts(purposes.stream().map(Enum::name).toList()));
            case Criterion.Actions(var actions, var letters) ->
                new Sql(
                        " and (t.action::text = any(?) or e.action = any(?))",
                        letters(actions),
                        SqlArray.texts(letters));
            case Criterion.Events(var actions, var codes, var kind) -> events(actions, codes, kind);
            case Criterion.Outcomes(var outcomes) ->
                new Sql(
                        " and t.outcome = any(?)",
                        SqlArray.ints(outcomes.stream().map(Outcome::code).toList()));
            case Criterion.Entities(var keys) ->
                showing(store.identities().mentioned(connection, keys, _ -> {}).values());
            case Criterion.From(var addresses) -> new Sql(" and t.address = any(?)", SqlArray.texts(addresses));
            // What Parvis records itself, it records as it happens.
            case Criterion.Started(Span span) ->
                new Sql(
                        " and coalesce(e.started, t.moment) >= ? and coalesce(e.started, t.moment) < ?",
                        span.from(),
                        span.until());
        };
    }

    /** The rids of the patients whom these stand for. */
    Set<Long> represented(Collection<String> holders) throws SQLException {
        var rids = store.identities()
                .rids(connection, holders.stream().map(ResourceKey::of).toList());
        long now = store.settings().clock().millis() * 1000;
        return Set.copyOf(Statements.list(
                connection,
                new Sql(
                        "select distinct subject from fhir.relation where holder = any(?) and basis = any(?)"
                                + " and begins <= ? and ends > ?",
                        SqlArray.longs(rids),
                        SqlArray.ints(List.of(Basis.SELF.number(), Basis.GUARDIAN.number())),
                        now,
                        now),
                row -> row.getLong(1)));
    }

    private static SqlArray letters(Collection<Action> actions) {
        return SqlArray.texts(actions.stream().map(Action::letter).toList());
    }

    // A code is asked for with its system or without.
    private static Sql events(Collection<Action> actions, Collection<String> codes, Kind kind) {
        String column = kind == Kind.TYPE ? "e.event" : "e.subtype";
        return new Sql(
                " and (t.action::text = any(?) or %1$s = any(?) or substring(%1$s from '[^|]*$') = any(?))"
                        .formatted(column),
                letters(actions),
                SqlArray.texts(codes),
                SqlArray.texts(codes));
    }

    // An entry about several patients stands under each of them in a table of its own.
    private Sql about(Collection<Long> patients) {
        var during = new Sql(" and moment >= ? and moment < ?", time.from(), time.until());
        return new Sql(
                        " and (t.moment, t.id) in (select moment, id from fhir.trace where patient <> 0 and patient = any(?)",
                        SqlArray.longs(patients))
                .add(during)
                .add(
                        " union all select moment, id from fhir.trace_patient where patient = any(?)",
                        SqlArray.longs(patients))
                .add(during)
                .add(")");
    }

    private static Sql by(String condition, Object value) {
        return new Sql(" and t.caller in (select id from fhir.trace_caller where " + condition + ")", value);
    }

    private Sql showing(Collection<Place> places) {
        var mayBe = places.stream().filter(place -> isReadable(place.patient())).toList();
        var sql = new Sql(
                " and t.resources && ?",
                SqlArray.longs(mayBe.stream().map(Place::rid).toList()));
        var patients = mayBe.stream().map(Place::patient).toList();
        // The patient leads to the few entries among which the resource is looked for.
        return patients.contains(0L) ? sql : sql.add(about(patients));
    }

    // Otherwise an entry about several patients would tell whom else it is about.
    private List<Long> readable(Collection<Long> patients) {
        return patients.stream().filter(this::isReadable).toList();
    }

    private boolean isReadable(long patient) {
        return readable.map(some -> some.contains(patient)).orElse(true);
    }
}
