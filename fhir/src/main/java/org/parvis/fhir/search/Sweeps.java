package org.parvis.fhir.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.search.Sweep.Slice;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Versions;

/** Reading in bulk, slice by slice: sweeps through resources and through deletions, within what a permit lets be seen. */
public final class Sweeps {

    private static final int MOST_ROWS = 5000;

    // Of stored, compressed bodies: what a slice may weigh in memory, beside its last body.
    private static final int MOST_BYTES = 4 << 20;

    private final Store store;
    private final Searcher searcher;

    public Sweeps(Store store, Searcher searcher) {
        this.store = store;
        this.searcher = searcher;
    }

    /** Where a slice begins: which people, and behind which keys; none at the start of a step. */
    private record Position(int step, List<@Nullable String> keys) {

        static Position of(List<String> written) {
            return written.isEmpty()
                    ? new Position(0, List.of())
                    : new Position(
                            Integer.parseInt(written.getFirst()), List.copyOf(written.subList(1, written.size())));
        }

        static List<String> written(int step, List<@Nullable String> keys) {
            var written = new ArrayList<String>();
            written.add(String.valueOf(step));
            keys.forEach(key -> written.add(Objects.requireNonNull(key)));
            return written;
        }
    }

    /**
     * A row of a slice.
     *
     * @param found how many rows the step still had, at most those of a slice
     */
    private record Hit(Version version, List<@Nullable String> keys, long found) {}

    /** The slice that begins at this position, or the first one when it is empty. */
    public Slice next(Sweep sweep, Permit permit, String base, List<String> position) {
        var from = Position.of(position);
        return store.database().read(connection -> {
            Context context = searcher.context(connection, sweep.query(), permit, base);
            var people = people(connection, sweep);
            Selection selection = selection(connection, context, sweep, permit);
            selection.restrict(people.step(from.step(), selection.base()));
            var hits = hits(connection, selection, people.order(context, selection), from.keys());
            return slice(hits, from.step(), people.steps());
        });
    }

    /** How many resources a sweep will read, as far as can be told now. */
    public long count(Sweep sweep, Permit permit, String base) {
        return store.database().read(connection -> {
            Context context = searcher.context(connection, sweep.query(), permit, base);
            var people = people(connection, sweep);
            long count = 0;
            for (int part = 0; part < people.parts(); part++) {
                Selection selection = selection(connection, context, sweep, permit);
                selection.restrict(people.part(part, selection.base()));
                count += Statements.listPlanned(connection, selection.count(), row -> row.getLong(1))
                        .getFirst();
            }
            return count;
        });
    }

    /** The same through resources that were deleted and are not back; only type, time and people of the sweep count. */
    public Slice nextDeleted(Sweep sweep, Permit permit, List<String> position) {
        return store.database().read(connection -> {
            var sql = new Sql(
                            "select " + Versions.COLUMNS + " from fhir.superseded r where r.type = ? and r.method = 'D'"
                                    + " and r.updated > ? and r.updated <= ?"
                                    + " and not exists (select from fhir.resource n where n.rid = r.rid) and not exists"
                                    + " (select from fhir.superseded s where s.rid = r.rid and s.version > r.version)",
                            store.words().number(Kind.TYPE, sweep.query().type()),
                            sweep.after(),
                            sweep.upTo())
                    .add(store.visibility(connection, permit).and("r"))
                    .add(" and ")
                    .add(people(connection, sweep).ofDeletions("r"));
            if (!position.isEmpty()) {
                sql.add(
                        " and (r.updated, r.rid) > (?, ?)",
                        Long.parseLong(position.getFirst()),
                        Long.parseLong(position.getLast()));
            }
            sql.add(" order by r.updated, r.rid limit ?", MOST_ROWS);
            List<Version> marks = Statements.listPlanned(connection, sql, store.versions()::read);
            return new Slice(marks, marks.size() < MOST_ROWS ? List.of() : position(marks.getLast()));
        });
    }

    private static List<String> position(Version mark) {
        return List.of(
                String.valueOf(mark.updated()), String.valueOf(mark.place().rid()));
    }

    private PeopleConditions people(Connection connection, Sweep sweep) {
        return new PeopleConditions(connection, store.params(), sweep.query().type(), sweep.people());
    }

    private Selection selection(Connection connection, Context context, Sweep sweep, Permit permit)
            throws SQLException {
        Selection selection = searcher.selection(context, sweep.query());
        selection.restrict(new Sql(
                "%1$s.updated > ? and %1$s.updated <= ?".formatted(selection.resource()), sweep.after(), sweep.upTo()));
        for (Query other : sweep.but()) {
            Context itsOwn = searcher.context(connection, other, permit, context.base());
            // Not "not in", which PostgreSQL asks row by row once the rids do not fit into its memory.
            selection.restrict(new Sql("not exists (select from (")
                    .add(searcher.selection(itsOwn, other).rids())
                    .add(") o where o.rid = " + selection.base() + ".rid)"));
        }
        return selection;
    }

    private List<Hit> hits(Connection connection, Selection selection, Order order, List<@Nullable String> keys)
            throws SQLException {
        if (!keys.isEmpty()) {
            selection.restrict(order.after(keys));
        }
        var narrow = selection
                .select(selection.base() + ".patient, " + selection.base() + ".rid, " + order.columns())
                .add(order.sql() + " limit ?", MOST_ROWS);
        var weighed = new Sql("select b.*, h.k0, h.k1, count(*) over () as found, row_number() over w as place,"
                        + " sum(octet_length(b.body)) over w - octet_length(b.body) as before from (")
                .add(narrow)
                .add(") h join fhir.resource b on (b.rid, b.patient) = (h.rid, h.patient) window w as ("
                        + order.sqlOfNames() + ")");
        var sql = new Sql("select " + Versions.COLUMNS + ", r.k0, r.k1, r.found from (")
                .add(weighed)
                .add(") r where r.before < ? order by r.place", MOST_BYTES);
        return Statements.listPlanned(connection, sql, row -> hit(row, order));
    }

    private Hit hit(ResultSet row, Order order) throws SQLException {
        return new Hit(store.versions().read(row), order.read(row), row.getLong("found"));
    }

    private static Slice slice(List<Hit> hits, int step, int steps) {
        var versions = hits.stream().map(Hit::version).toList();
        boolean goesOn = !hits.isEmpty()
                && (hits.size() == MOST_ROWS || hits.size() < hits.getLast().found());
        if (goesOn) {
            return new Slice(versions, Position.written(step, hits.getLast().keys()));
        }
        return new Slice(versions, step + 1 < steps ? Position.written(step + 1, List.of()) : List.of());
    }
}
