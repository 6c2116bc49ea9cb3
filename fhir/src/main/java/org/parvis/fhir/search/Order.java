package org.parvis.fhir.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.store.Sql;

/**
 * The order of a result, which always ends in the rid so that it is total. A page begins after the keys with which the
 * page before ended; resources without a value come last.
 */
final class Order {

    private static final int LEAST = 2;
    private static final int GREATEST = 4;

    /** One column of the order and the PostgreSQL type its values have. */
    private record Key(String column, String type, boolean descending, boolean mayBeAbsent) {

        String sql() {
            return column + (descending ? " desc" : "") + (mayBeAbsent ? " nulls last" : "");
        }

        Sql after(@Nullable String value) {
            if (value == null) {
                return new Sql("false");
            }
            var beyond = new Sql(column + (descending ? " < " : " > ") + "?::" + type, value);
            return mayBeAbsent ? new Sql("(").add(beyond).add(" or " + column + " is null)") : beyond;
        }

        Sql same(@Nullable String value) {
            return value == null ? new Sql(column + " is null") : new Sql(column + " = ?::" + type, value);
        }
    }

    private final List<Key> keys = new ArrayList<>();

    /** @param selection joined with what the sorts go by */
    Order(Context context, List<Query.Sort> sorts, Selection selection) {
        for (Query.Sort sort : sorts) {
            keys.add(key(context, sort, selection));
        }
        if (sorts.isEmpty() && !selection.startsFromIndex()) {
            keys.add(new Key(selection.resource() + ".updated", "bigint", true, false));
            keys.add(new Key(selection.base() + ".rid", "bigint", true, false));
        } else {
            addPlace(selection);
        }
    }

    private Order() {}

    /** The order of the patients, and for each of what stands under them. */
    static Order ofPlaces(Selection selection) {
        var order = new Order();
        order.addPlace(selection);
        return order;
    }

    private void addPlace(Selection selection) {
        keys.add(new Key(selection.base() + ".patient", "bigint", false, false));
        keys.add(new Key(selection.base() + ".rid", "bigint", false, false));
    }

    /** The columns of the order, under names that {@link #read} knows. */
    String columns() {
        var named = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            named.add(keys.get(i).column() + " as k" + i);
        }
        return String.join(", ", named);
    }

    String sql() {
        return " order by " + keys.stream().map(Key::sql).collect(Collectors.joining(", "));
    }

    /** The same order over a subquery's columns. */
    String sqlOfNames() {
        var named = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            named.add(new Key("h.k" + i, key.type(), key.descending(), key.mayBeAbsent()).sql());
        }
        return " order by " + String.join(", ", named);
    }

    /** The rows behind those with these keys. */
    Sql after(List<@Nullable String> values) {
        if (keys.stream().noneMatch(Key::mayBeAbsent)
                && keys.stream().map(Key::descending).distinct().count() == 1) {
            return afterRow(values);
        }
        var branches = new ArrayList<Sql>();
        for (int i = 0; i < keys.size(); i++) {
            var branch = new ArrayList<Sql>();
            for (int j = 0; j < i; j++) {
                branch.add(keys.get(j).same(values.get(j)));
            }
            branch.add(keys.get(i).after(values.get(i)));
            branches.add(new Sql("(").join(" and ", branch).add(")"));
        }
        return new Sql("(").join(" or ", branches).add(")");
    }

    /** The keys of a row, as text. */
    List<@Nullable String> read(ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(row.getString("k" + i));
        }
        return values;
    }

    int size() {
        return keys.size();
    }

    // A comparison of rows is one range of an index; the general form is not.
    private Sql afterRow(List<@Nullable String> values) {
        String columns = keys.stream().map(Key::column).collect(Collectors.joining(", "));
        var marks = new ArrayList<Sql>();
        for (int i = 0; i < keys.size(); i++) {
            String value = values.get(i);
            marks.add(
                    value == null
                            ? new Sql("null")
                            : new Sql("?::" + keys.get(i).type(), value));
        }
        String sign = keys.getFirst().descending() ? " < " : " > ";
        return new Sql("(" + columns + ")" + sign + "(").join(", ", marks).add(")");
    }

    private static Key key(Context context, Query.Sort sort, Selection selection) {
        return switch (sort.key()) {
            case Query.SortKey.Id _ -> new Key(selection.resource() + ".fid", "text", sort.descending(), false);
            case Query.SortKey.Updated _ ->
                new Key(selection.resource() + ".updated", "bigint", sort.descending(), false);
            case Query.SortKey.Param(SearchParam param) -> param(context, param, sort.descending(), selection);
        };
    }

    private static Key param(Context context, SearchParam param, boolean descending, Selection selection) {
        String alias = selection.nextAlias();
        List<Integer> numbers = context.stored(param);
        if (isFlagged(param) && numbers.size() == 1) {
            int extreme = descending ? GREATEST : LEAST;
            var condition = Conditions.paramIs(alias, numbers).add(" and (" + alias + ".flags & " + extreme + ") <> 0");
            selection.leftJoin(table(param), condition, alias);
        } else {
            // No row says that it is the extreme one, so each resource's is worked out.
            String extreme = (descending ? "max" : "min") + "(x." + column(param) + ") as " + column(param);
            var rows = new Sql("(select x.patient, x.rid, " + extreme + " from fhir." + table(param) + " x where ")
                    .add(Conditions.paramIs("x", numbers))
                    .add(" group by x.patient, x.rid)");
            selection.leftJoin(rows, alias);
        }
        return new Key(alias + "." + column(param), columnType(param), descending, true);
    }

    private static boolean isFlagged(SearchParam param) {
        return switch (param.kind()) {
            case TOKEN, URI, DATE, STRING, NUMBER, QUANTITY -> true;
            case REFERENCE, COMPOSITE, SPECIAL -> false;
        };
    }

    private static String table(SearchParam param) {
        return switch (param.kind()) {
            case TOKEN, URI -> "ix_token";
            case DATE -> "ix_date";
            case STRING -> "ix_string";
            case NUMBER, QUANTITY -> "ix_quantity";
            case REFERENCE -> "ix_reference";
            case COMPOSITE, SPECIAL -> throw new IllegalStateException("No order: " + param.code());
        };
    }

    private static String column(SearchParam param) {
        return switch (param.kind()) {
            case TOKEN -> "code";
            case URI -> "sys";
            case DATE -> "low";
            case STRING -> "folded";
            case NUMBER, QUANTITY -> "clow";
            case REFERENCE -> "target";
            case COMPOSITE, SPECIAL -> throw new IllegalStateException("No order: " + param.code());
        };
    }

    private static String columnType(SearchParam param) {
        return switch (param.kind()) {
            case TOKEN, STRING -> "text";
            case URI -> "int";
            case DATE, REFERENCE -> "bigint";
            case NUMBER, QUANTITY -> "float8";
            case COMPOSITE, SPECIAL -> throw new IllegalStateException("No order: " + param.code());
        };
    }
}
