package org.parvis.fhir.search;

import java.sql.Connection;
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
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Versions;

/** Adds to the matches of a page what they refer to, and what refers to them (R4 search.html, 3.1.1.5.4). */
final class Includes {

    private final Context context;
    private final Store store;
    private final int most;
    private final Connection connection;
    private final Set<Long> known = new HashSet<>();
    private final Map<Long, Version> included = new LinkedHashMap<>();
    private boolean cut;

    Includes(Context context, Store store, int most, Connection connection) {
        this.context = context;
        this.store = store;
        this.most = most;
        this.connection = connection;
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
        var reached = new ArrayList<Version>();
        for (Query.Include include : includes) {
            for (Version version : include.reverse() ? referring(from, include) : referred(from, include)) {
                if (included.size() >= most) {
                    cut = true;
                    return reached;
                }
                if (known.add(version.place().rid())) {
                    included.put(version.place().rid(), version);
                    reached.add(version);
                }
            }
        }
        return reached;
    }

    private List<Version> referred(Collection<Version> from, Query.Include include) throws SQLException {
        List<Long> sources = rids(from, include.sourceType());
        if (sources.isEmpty()) {
            return List.of();
        }
        var targets = new Sql("select f.target from fhir.ix_reference f where f.rid = any(?)", SqlArray.longs(sources))
                .add(" and (")
                .join(" or ", include.params().stream().map(this::follows).toList())
                .add(")");
        include.targetType().ifPresent(type -> targets.add(" and f.type = ?", context.type(type)));
        return read(new Sql("r.rid in (").add(targets).add(")"));
    }

    private List<Version> referring(Collection<Version> from, Query.Include include) throws SQLException {
        List<Long> targets = rids(from, include.targetType().orElse(""));
        if (targets.isEmpty()) {
            return List.of();
        }
        var sources = new Sql(
                        "(r.rid, r.patient) in (select f.rid, f.patient from fhir.ix_reference f where f.target = any(?)",
                        SqlArray.longs(targets))
                .add(" and (")
                .join(" or ", include.params().stream().map(this::follows).toList())
                .add("))");
        return read(sources);
    }

    private Sql follows(SearchParam param) {
        var sql = Conditions.paramIs(context, "f", param);
        context.restriction(param).ifPresent(type -> sql.add(" and f.type = ?", type));
        return new Sql("(").add(sql).add(")");
    }

    private List<Version> read(Sql condition) throws SQLException {
        var sql = new Sql("select " + Versions.COLUMNS + " from fhir.resource r where ")
                .add(condition)
                .add(context.visible().and("r"))
                .add(" order by r.rid limit ?", most + known.size() + 1);
        return Statements.listPlanned(connection, sql, store.versions()::read);
    }

    private static List<Long> rids(Collection<Version> versions, String type) {
        return versions.stream()
                .filter(version -> type.isEmpty() || version.key().type().equals(type))
                .map(version -> version.place().rid())
                .toList();
    }
}
