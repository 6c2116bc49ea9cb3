package org.parvis.fhir.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Marks, among the rows of one resource, the first of each code, and the least and the greatest of each parameter. A
 * search and a sort then meet each resource once without having to remove doubles.
 */
final class RowFlags {

    private static final Comparator<Row.Token> TOKENS = Comparator.comparing(Row.Token::code)
            .thenComparingInt(Row.Token::system)
            .thenComparingInt(Row.Token::text);
    private static final Comparator<Row.Date> STARTS =
            Comparator.comparingLong(Row.Date::low).thenComparingLong(Row.Date::high);
    private static final Comparator<Row.Text> TEXTS =
            Comparator.comparing(Row.Text::folded).thenComparing(Row.Text::exact);
    private static final Comparator<Row.Quantity> AMOUNTS = Comparator.comparingDouble(
                    (Row.Quantity row) -> row.amount().low())
            .thenComparingDouble(row -> row.amount().high())
            .thenComparingInt(row -> row.amount().unit());

    private RowFlags() {}

    static Set<Row> mark(Set<Row> rows) {
        var marked = new LinkedHashSet<Row>(rows.size() * 2);
        var sorted = new HashMap<Integer, List<Row>>();
        for (Row row : rows) {
            switch (row) {
                case Row.Token _, Row.Date _, Row.Text _, Row.Quantity _ ->
                    sorted.computeIfAbsent(row.param(), _ -> new ArrayList<>()).add(row);
                case Row.Reference _, Row.Pair _, Row.Position _, Row.Relation _, Row.Will _ -> marked.add(row);
            }
        }
        sorted.values().forEach(group -> markGroup(group, marked));
        return marked;
    }

    private static void markGroup(List<Row> group, Set<Row> marked) {
        if (group.size() > 1) {
            group.sort(RowFlags::compare);
        }
        Map<String, Row> firsts = new HashMap<>();
        for (int i = 0; i < group.size(); i++) {
            int flags = (i == 0 ? Row.LEAST : 0) | (i == group.size() - 1 ? Row.GREATEST : 0);
            marked.add(
                    switch (group.get(i)) {
                        case Row.Token t -> {
                            int first = firsts.putIfAbsent(t.code(), t) == null ? Row.FIRST : 0;
                            yield new Row.Token(t.param(), t.system(), t.text(), flags | first, t.code());
                        }
                        case Row.Date d -> new Row.Date(d.param(), d.low(), d.high(), flags);
                        case Row.Text t -> new Row.Text(t.param(), t.folded(), t.exact(), flags);
                        case Row.Quantity q -> new Row.Quantity(q.param(), q.amount(), flags);
                        case Row.Reference r -> r;
                        case Row.Pair p -> p;
                        case Row.Position p -> p;
                        case Row.Relation r -> r;
                        case Row.Will w -> w;
                    });
        }
    }

    // Rows of one parameter are of one form, but for references elsewhere, which are tokens on their own.
    private static int compare(Row one, Row other) {
        return switch (one) {
            case Row.Token t when other instanceof Row.Token o -> TOKENS.compare(t, o);
            case Row.Date d when other instanceof Row.Date o -> STARTS.compare(d, o);
            case Row.Text t when other instanceof Row.Text o -> TEXTS.compare(t, o);
            case Row.Quantity q when other instanceof Row.Quantity o -> AMOUNTS.compare(q, o);
            default -> one.getClass().getName().compareTo(other.getClass().getName());
        };
    }
}
