package org.parvis.fhir.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parvis.fhir.store.Sql;

/**
 * Conditions on resources at the other end of a reference (R4 search.html, 3.1.1.4.15 and 3.1.1.4.16). What stands there
 * is looked up before the search itself: when it is little, the search begins there, in short ranges of an index.
 */
final class ChainConditions {

    /** The most resources at the other end from which a search begins. */
    private static final int FEW = 100;

    private final Context context;

    ChainConditions(Context context) {
        this.context = context;
    }

    /** A resource at the other end. */
    private record End(long rid, boolean isShared) {}

    /** The clause, or a plainer one when few resources stand at the end of the chain. */
    Clause foreseen(Clause.Chain chain) throws SQLException {
        var targets = new ArrayList<Clause.Target>();
        for (Clause.Target target : chain.targets()) {
            targets.add(
                    new Clause.Target(target.type(), new Conditions(context, target.type()).foreseen(target.clause())));
        }
        var clause = new Clause.Chain(chain.reference(), targets);
        var selections = ends(clause);
        var sql = new Sql("select x.rid, exists (select from fhir.shared_patient s where s.patient = x.rid) from (")
                .add(rids(selections))
                .add(" limit " + (FEW + 1) + ") x(rid)");
        var found = context.rows(
                sql,
                selections.stream().allMatch(Selection::hasOnePlan),
                row -> new End(row.getLong(1), row.getBoolean(2)));
        return found.size() > FEW
                ? clause
                : new Clause.Targets(
                        chain.reference(),
                        found.stream().map(End::rid).collect(Collectors.toSet()),
                        chain.targets().stream()
                                .allMatch(target -> target.type().equals("Patient")),
                        found.stream().anyMatch(End::isShared));
    }

    /** A reference of the resource leads to one for which the clause holds. */
    Condition chain(Clause.Chain chain) {
        var numbers = context.stored(chain.reference());
        var rids = rids(ends(chain));
        return new Condition.Rows(
                "ix_reference",
                alias -> Conditions.paramIs(alias, numbers)
                        .add(" and " + alias + ".target in (")
                        .add(rids)
                        .add(")"),
                false);
    }

    private List<Selection> ends(Clause.Chain chain) {
        return chain.targets().stream()
                .map(target -> new Selection(
                        context, target.type(), List.of(new Conditions(context, target.type()).of(target.clause()))))
                .toList();
    }

    private static Sql rids(List<Selection> selections) {
        return new Sql()
                .join(" union all ", selections.stream().map(Selection::rids).toList());
    }

    /** The clause, or a plainer one when few resources refer to this type in this way. */
    Clause foreseen(String type, Clause.Has has) throws SQLException {
        var clause = new Clause.Has(
                has.type(),
                has.reference(),
                new Conditions(context, has.type()).foreseen(has.clause()),
                has.alsoUnderNobody());
        var source = source(clause);
        var sql = new Sql("select x.rid from (").add(set(type, clause)).add(") x(rid) limit " + (FEW + 1));
        var found = context.rows(sql, source.hasOnePlan(), row -> row.getLong(1));
        if (found.size() <= FEW) {
            return new Clause.Among(found.stream().collect(Collectors.toSet()));
        }
        return new Clause.Has(
                has.type(), has.reference(), clause.clause(), !isAboutPatient(type, has) || hasRowsUnderNobody(source));
    }

    private boolean hasRowsUnderNobody(Selection source) throws SQLException {
        var sql = source.select("1").add(" and " + source.base() + ".patient = 0 limit 1");
        return !context.rows(sql, source.hasOnePlan(), row -> true).isEmpty();
    }

    /** A resource for which the clause holds refers to this one. */
    Condition has(String type, Clause.Has has) {
        var set = set(type, has);
        return new Condition.OnPlace(
                alias -> new Sql(alias + ".rid in (").add(set).add(")"));
    }

    // Rows that stand under a patient tell whom their resource is about; only the others need their references read.
    private Sql set(String type, Clause.Has has) {
        var source = source(has);
        if (!isAboutPatient(type, has)) {
            return source.targets(has.reference());
        }
        return has.alsoUnderNobody() ? source.patientsOrTargets(has.reference()) : source.patients();
    }

    private Selection source(Clause.Has has) {
        return new Selection(context, has.type(), List.of(new Conditions(context, has.type()).of(has.clause())));
    }

    private boolean isAboutPatient(String type, Clause.Has has) {
        return type.equals("Patient")
                && context.params()
                        .patientParam(has.type())
                        .filter(has.reference()::equals)
                        .isPresent();
    }
}
