package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Sql;

/**
 * The resources of one type for which conditions hold, as FROM and WHERE. It starts from the index rows of a condition
 * that gives no doubles when there is one, and joins the resource itself only when something asks for it.
 */
final class Selection {

    private final Context context;
    private final Scope scope;
    private final Sql from = new Sql();
    private final Sql where = new Sql("true");
    private final String base;
    private final boolean startsFromIndex;
    private final boolean hasOnePlan;
    private boolean joinsResource;
    private int lastAlias;

    /** Those of any patient or nobody. */
    Selection(Context context, String type, List<Condition> conditions) {
        this(context, type, conditions, Optional.empty(), Scope.ANY);
    }

    /** @param told what the scope tells by itself; it is asked only where nothing else can be started from */
    Selection(Context context, String type, List<Condition> conditions, Optional<Condition> told, Scope scope) {
        this.context = context;
        this.scope = scope;
        this.base = nextAlias();
        var rest = new ArrayList<>(conditions);
        if (rest.stream().noneMatch(Selection::isUnique)) {
            told.ifPresent(rest::addFirst);
        }
        startsFromIndex = rest.stream().anyMatch(Selection::isUnique);
        hasOnePlan = scope.isNarrow() || (startsFromIndex && rest.size() == 1);
        if (startsFromIndex) {
            Condition.Rows first = firstUnique(rest);
            rest.remove(first);
            from.add("fhir." + first.table() + " " + base);
            where.add(" and ").add(first.where().apply(base));
            if (!told.equals(Optional.of(first))) {
                where.add(scope.and(base));
            }
        } else {
            from.add("fhir.resource " + base);
            where.add(" and " + base + ".type = ?", context.words().number(Kind.TYPE, type));
            where.add(scope.and(base));
        }
        rest.forEach(this::add);
        if (!context.visible().isEverything()) {
            where.add(context.visible().and(resource()));
        }
    }

    /** Whether the rows come in the order of patient and rid by themselves. */
    boolean startsFromIndex() {
        return startsFromIndex;
    }

    /** Whether there is only one sensible way to find them, whatever the values are. */
    boolean hasOnePlan() {
        return hasOnePlan;
    }

    /** The alias of a row that has the resource's patient and rid. */
    String base() {
        return base;
    }

    /** The alias of the resource's own row, joined now if nothing has asked for it before. */
    String resource() {
        if (!startsFromIndex) {
            return base;
        }
        if (!joinsResource) {
            joinsResource = true;
            from.add(" join fhir.resource r on (r.rid, r.patient) = (" + base + ".rid, " + base + ".patient)");
        }
        return "r";
    }

    /** Joins the rows of a table that satisfy a condition, which may be missing. */
    void leftJoin(String table, Sql condition, String alias) {
        from.add(" left join fhir." + table + " " + alias + " on " + samePlace(alias) + " and ")
                .add(condition)
                .add(scope.and(alias));
    }

    /** Joins rows that may be missing. */
    void leftJoin(Sql rows, String alias) {
        from.add(" left join ").add(rows).add(" " + alias + " on " + samePlace(alias));
    }

    String nextAlias() {
        return "t" + lastAlias++;
    }

    /** Adds a condition of the caller's own. */
    void restrict(Sql condition) {
        where.add(" and ").add(condition);
    }

    /** The resources' rids. */
    Sql rids() {
        return select(base + ".rid");
    }

    /** How many there are. */
    Sql count() {
        return select("count(*)");
    }

    /** These columns of the selected rows. */
    Sql select(String columns) {
        return new Sql("select " + columns + " from ").add(from).add(" where ").add(where);
    }

    /** What the selected resources refer to under this parameter. */
    Sql targets(SearchParam reference) {
        return targets(reference, "");
    }

    /** The patients under whom they stand. */
    Sql patients() {
        return select(base + ".patient").add(" and " + base + ".patient <> 0");
    }

    /** The same for the parameter that says whom a resource is about, which the row's patient tells already. */
    Sql patientsOrTargets(SearchParam reference) {
        return patients().add(" union all ").add(targets(reference, " and " + base + ".patient = 0"));
    }

    private Sql targets(SearchParam reference, String restriction) {
        return new Sql("select f.target from ")
                .add(from)
                .add(" join fhir.ix_reference f on " + samePlace("f") + " and ")
                .add(Conditions.paramIs("f", context.stored(reference)))
                .add(" where ")
                .add(where)
                .add(restriction);
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.Rows rows && rows.unique()) {
            String alias = nextAlias();
            from.add(" join fhir." + rows.table() + " " + alias + " on " + samePlace(alias) + " and ")
                    .add(rows.where().apply(alias))
                    .add(scope.and(alias));
        } else {
            where.add(" and ").add(predicate(condition));
        }
    }

    private Sql predicate(Condition condition) {
        return switch (condition) {
            case Condition.Rows rows -> {
                String alias = nextAlias();
                yield new Sql("exists (select 1 from fhir." + rows.table() + " " + alias + " where " + samePlace(alias)
                                + " and ")
                        .add(rows.where().apply(alias))
                        .add(scope.and(alias))
                        .add(")");
            }
            case Condition.Not not -> new Sql("not ").add(predicate(not.condition()));
            case Condition.Any any -> any(any);
            case Condition.OnPlace onPlace -> onPlace.predicate().apply(base);
            case Condition.OnResource onResource -> onResource.predicate().apply(resource());
        };
    }

    private Sql any(Condition.Any any) {
        if (any.conditions().isEmpty()) {
            return new Sql("false");
        }
        var parts = any.conditions().stream().map(this::predicate).toList();
        return parts.size() == 1
                ? parts.getFirst()
                : new Sql("(").join(" or ", parts).add(")");
    }

    private String samePlace(String alias) {
        return "%1$s.patient = %2$s.patient and %1$s.rid = %2$s.rid".formatted(alias, base);
    }

    private static boolean isUnique(Condition condition) {
        return condition instanceof Condition.Rows rows && rows.unique();
    }

    private static Condition.Rows firstUnique(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Rows rows && rows.unique()) {
                return rows;
            }
        }
        throw new IllegalStateException("No condition gives each resource once");
    }
}
