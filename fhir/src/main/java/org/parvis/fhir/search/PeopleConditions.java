package org.parvis.fhir.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.search.Sweep.People;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;

/**
 * Keeps a sweep to the data of some people. Many patients are taken a few at a time, since the rows of a few are short
 * ranges of an index; what names several patients comes last, once.
 */
final class PeopleConditions {

    private static final int AT_A_TIME = 20;

    // A Provenance belongs to whom the resource belongs that it is about (Bulk Data Access, kick-off request).
    private static final String PROVENANCE = "Provenance";

    private final Connection connection;
    private final SearchParams params;
    private final String type;
    private final People people;

    PeopleConditions(Connection connection, SearchParams params, String type, People people) {
        this.connection = connection;
        this.params = params;
        this.type = type;
        this.people = people;
    }

    /** In how many steps the people are taken. */
    int steps() {
        return switch (people) {
            case People.Anybody _, People.EveryPatient _ -> 1;
            case People.Some(List<Long> rids) -> Math.ceilDiv(rids.size(), AT_A_TIME) + 1;
        };
    }

    /** What a step asks of the row called `alias`, which has a resource's patient and rid. */
    Sql step(int step, String alias) throws SQLException {
        return switch (people) {
            case People.Anybody _ -> new Sql("true");
            case People.EveryPatient _ -> ofAnyPatient(alias);
            case People.Some(List<Long> rids) ->
                step == steps() - 1
                        ? ofSeveral(rids, alias)
                        : ofOne(rids.subList(step * AT_A_TIME, Math.min(rids.size(), (step + 1) * AT_A_TIME)), alias);
        };
    }

    /** In how many parts all steps can be asked at once, each resource being in one of them. */
    int parts() {
        return people instanceof People.Some ? 2 : 1;
    }

    /** What a part asks of the row called `alias`. */
    Sql part(int part, String alias) throws SQLException {
        if (!(people instanceof People.Some(List<Long> rids))) {
            return step(0, alias);
        }
        return part == 0 ? ofOne(rids, alias) : ofSeveral(rids, alias);
    }

    /** The order in which a step is read: what few patients have is found through them, not by walking through time. */
    Order order(Context context, Selection selection) {
        return people instanceof People.Some ? Order.ofPlaces(selection) : new Order(context, List.of(), selection);
    }

    /** What is asked of the mark of a deletion, which has no index rows any more. */
    Sql ofDeletions(String alias) {
        return switch (people) {
            case People.Anybody _ -> new Sql("true");
            case People.EveryPatient _ -> new Sql("(%1$s.patient <> 0 or %1$s.shared)".formatted(alias));
            case People.Some(List<Long> rids) ->
                new Sql(
                        ("(%1$s.patient = any(?) or exists (select from fhir.shared_patient s where s.rid = %1$s.rid"
                                        + " and s.patient = any(?)))")
                                .formatted(alias),
                        SqlArray.longs(rids),
                        SqlArray.longs(rids));
        };
    }

    private Sql ofAnyPatient(String alias) throws SQLException {
        var sql = new Sql("(%1$s.patient <> 0 or exists (select from fhir.shared_patient s where s.rid = %1$s.rid)"
                .formatted(alias));
        if (type.equals(PROVENANCE)) {
            sql.add(
                    (" or exists (select from fhir.ix_reference p join fhir.resource x on x.rid = p.target"
                                    + " where p.rid = %s.rid and p.param = any(?) and (x.patient <> 0 or x.shared))")
                            .formatted(alias),
                    SqlArray.ints(provenanceTargets()));
        }
        return sql.add(")");
    }

    private Sql ofOne(List<Long> rids, String alias) throws SQLException {
        if (type.equals("Patient")) {
            return new Sql(alias + ".rid = any(?)", SqlArray.longs(rids));
        }
        return new Sql(
                "(%1$s.patient, %1$s.rid) in (select f.patient, f.rid from fhir.ix_reference f where f.target = any(?)"
                                .formatted(alias)
                        + " and f.param = any(?) and f.patient = any(?))",
                SqlArray.longs(rids),
                SqlArray.ints(numbers(Stream.of(type))),
                SqlArray.longs(rids));
    }

    private Sql ofSeveral(List<Long> rids, String alias) throws SQLException {
        if (type.equals("Patient")) {
            return new Sql("false");
        }
        var sql = new Sql(
                "(%1$s.patient = 0 and %1$s.rid in (select f.rid from fhir.ix_reference f where f.target = any(?)"
                                .formatted(alias)
                        + " and f.param = any(?) and f.patient = 0",
                SqlArray.longs(rids),
                SqlArray.ints(numbers(Stream.of(type))));
        if (type.equals(PROVENANCE)) {
            sql.add(
                    " union select p.rid from fhir.ix_reference f join fhir.ix_reference p on p.target = f.rid"
                            + " where f.target = any(?) and f.param = any(?) and p.param = any(?)",
                    SqlArray.longs(rids),
                    SqlArray.ints(numbers(params.types().stream())),
                    SqlArray.ints(provenanceTargets()));
        }
        return sql.add("))");
    }

    private List<Integer> numbers(Stream<String> types) throws SQLException {
        return PatientParams.numbers(connection, PatientParams.of(params, types));
    }

    private List<Integer> provenanceTargets() throws SQLException {
        return PatientParams.numbers(connection, params.find(PROVENANCE, "target").stream());
    }
}
