package org.parvis.fhir.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Versions;

/** Adds to the matches of a page what they refer to, and what refers to them (R4 search.html, 3.1.1.5.4). */
final class Includes {

    private final Context context;
    private final Store store;
    private final int most;
    private final Set<Long> known = new HashSet<>();
    private final Map<Long, Version> included = new LinkedHashMap<>();
    private boolean cut;

    Includes(Context context, Store store, int most) {
        this.context = context;
        this.store = store;
        this.most = most;
    }

    List<Version> of(List<Version> matches, List<Query.Include> includes) throws SQLException {
        if (includes.isEmpty() || matches.isEmpty()) {
            return List.of();
        }
        matches.forEach(match -> known.add(match.place().rid()));
        List<Version> reached = add(matches, includes);
        var iterating = includes.stream().filter(Query.Include::iterate).toList();
        while (!iterating.isEmpty() && !reached.isEmpty() && !cut) {
            reached = add(reached, iterating);
        }
        return List.copyOf(included.values());
    }

    /** Whether the cap left some out. */
    boolean isCut() {
        return cut;
    }

    private List<Version> add(Collection<Version> from, List<Query.Include> includes) throws SQLException {
        SqlArray rids = SqlArray.longs(
                from.stream().map(version -> version.place().rid()).toList());
        var reached = new ArrayList<Version>();
        var forward = includes.stream().filter(include -> !include.reverse()).toList();
        if (!forward.isEmpty()) {
            add(
                    new Sql("r.rid in (select f.target from fhir.ix_reference f where f.rid = any(?) and ", rids)
                            .add(followAny(forward))
                            .add(")"),
                    reached);
        }
        var reverse = includes.stream().filter(Query.Include::reverse).toList();
        if (!reverse.isEmpty()) {
            add(
                    new Sql(
                                    "(r.rid, r.patient) in (select f.rid, f.patient from fhir.ix_reference f"
                                            + " where f.target = any(?) and ",
                                    rids)
                            .add(followAny(reverse))
                            .add(")"),
                    reached);
        }
        return reached;
    }

    private void add(Sql condition, List<Version> reached) throws SQLException {
        for (Version version : read(condition)) {
            if (included.size() >= most) {
                cut = true;
                return;
            }
            if (known.add(version.place().rid())) {
                included.put(version.place().rid(), version);
                reached.add(version);
            }
        }
    }

    // A parameter's number tells the type that refers, so all of them can be asked at once.
    private Sql followAny(List<Query.Include> includes) {
        var ways = new ArrayList<Sql>();
        for (Query.Include include : includes) {
            for (SearchParam param : include.params()) {
                Sql way = follows(param);
                include.targetType().ifPresent(type -> way.add(" and f.type = ?", context.type(type)));
                ways.add(way);
            }
        }
        return ways.isEmpty()
                ? new Sql("false")
                : new Sql("((").join(") or (", ways).add("))");
    }

    private Sql follows(SearchParam param) {
        var sql = Conditions.paramIs(context, "f", param);
        context.restriction(param).ifPresent(type -> sql.add(" and f.type = ?", type));
        return sql;
    }

    private List<Version> read(Sql condition) throws SQLException {
        var sql = new Sql("select " + Versions.COLUMNS + " from fhir.resource r where ")
                .add(condition)
                .add(context.visible().and("r"))
                .add(" order by r.rid limit ?", most + known.size() + 1);
        return context.rows(sql, true, store.versions()::read);
    }
}
