package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.List;
import org.parvis.fhir.store.Sql;

/** Conditions on resources at the other end of a reference (R4 search.html, 3.1.1.4.15 and 3.1.1.4.16). */
final class ChainConditions {

    private final Context context;

    ChainConditions(Context context) {
        this.context = context;
    }

    /** A reference of the resource leads to one for which the clause holds. */
    Condition chain(Clause.Chain chain) {
        var numbers = context.stored(chain.reference());
        var sets = new ArrayList<Sql>();
        for (Clause.Target target : chain.targets()) {
            var condition = new Conditions(context, target.type()).of(target.clause());
            sets.add(new Selection(context, target.type(), List.of(condition), Scope.ANY).rids());
        }
        return new Condition.Rows(
                "ix_reference",
                alias -> Conditions.paramIs(alias, numbers)
                        .add(" and " + alias + ".target in (")
                        .add(new Sql().join(" union all ", sets))
                        .add(")"),
                false);
    }

    /** A resource for which the clause holds refers to this one. */
    Condition has(String type, Clause.Has has) {
        var condition = new Conditions(context, has.type()).of(has.clause());
        var source = new Selection(context, has.type(), List.of(condition), Scope.ANY);
        var set =
                isAboutPatient(type, has) ? source.patientsOrTargets(has.reference()) : source.targets(has.reference());
        return new Condition.OnPlace(
                alias -> new Sql(alias + ".rid in (").add(set).add(")"));
    }

    // Rows that stand under a patient tell whom their resource is about; only the others need their references read.
    private boolean isAboutPatient(String type, Clause.Has has) {
        return type.equals("Patient")
                && context.params()
                        .patientParam(has.type())
                        .filter(has.reference()::equals)
                        .isPresent();
    }
}
