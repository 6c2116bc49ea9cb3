package org.parvis.fhir.store;

import static org.parvis.fhir.store.RowStatement.Kind.DOUBLE;
import static org.parvis.fhir.store.RowStatement.Kind.FLAG;
import static org.parvis.fhir.store.RowStatement.Kind.INT;
import static org.parvis.fhir.store.RowStatement.Kind.LONG;
import static org.parvis.fhir.store.RowStatement.Kind.SMALL;
import static org.parvis.fhir.store.RowStatement.Kind.TEXT;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Index rows on their way in, or on their way out: one batch per index table. */
final class IndexBatch {

    private static final RowStatement.Kind[] AMOUNT = {INT, DOUBLE, DOUBLE, INT, DOUBLE, DOUBLE, INT};
    private static final String AMOUNT_COLUMNS = "param, low, high, unit, clow, chigh, cunit";

    @SuppressWarnings("ImmutableEnumChecker") // A statement's list cannot be changed.
    private enum Table {
        TOKENS("ix_token", "param, sys, txt, flags, code", INT, INT, INT, SMALL, TEXT),
        REFERENCES("ix_reference", "param, type, target", INT, INT, LONG),
        DATES("ix_date", "param, low, high, flags", INT, LONG, LONG, SMALL),
        TEXTS("ix_string", "param, folded, exact, flags", INT, TEXT, TEXT, SMALL),
        QUANTITIES("ix_quantity", AMOUNT_COLUMNS + ", flags", with(AMOUNT, SMALL)),
        PAIRS("ix_pair", AMOUNT_COLUMNS + ", sys, code, sys2, code2", with(AMOUNT, INT, TEXT, INT, TEXT)),
        POSITIONS("ix_position", "param, latitude, longitude", INT, DOUBLE, DOUBLE),
        RELATIONS(
                "relation",
                "subject, holder, basis, type, resource, begins, ends",
                LONG,
                LONG,
                INT,
                INT,
                LONG,
                LONG,
                LONG),
        WILLS(
                "will",
                "subject, depth, denies, actor, purpose, type, label, resource, begins, ends",
                LONG,
                INT,
                FLAG,
                LONG,
                INT,
                INT,
                INT,
                LONG,
                LONG,
                LONG);

        private final RowStatement insert;
        private final RowStatement delete;

        Table(String table, String columns, RowStatement.Kind... kinds) {
            String all = "patient, rid, " + columns;
            var allKinds = with(new RowStatement.Kind[] {LONG, LONG}, kinds);
            insert = RowStatement.of("insert into fhir." + table + " (" + all + ") select * from %s", allKinds);
            delete = RowStatement.of(
                    "delete from fhir." + table + " t using %s u(" + all + ") where " + sameColumns(all), allKinds);
        }
    }

    private final Function<Table, RowStatement> statement;
    private final Map<Table, RowBatch> batches = new EnumMap<>(Table.class);

    private IndexBatch(Function<Table, RowStatement> statement) {
        this.statement = statement;
    }

    static IndexBatch inserting() {
        return new IndexBatch(table -> table.insert);
    }

    static IndexBatch deleting() {
        return new IndexBatch(table -> table.delete);
    }

    void add(Place place, Set<Row> rows) {
        rows.forEach(row -> add(place.patient(), place.rid(), row));
    }

    /** The statements that carry the rows. */
    List<Sql> statements() {
        return batches.values().stream().map(RowBatch::sql).toList();
    }

    private RowBatch to(Table table) {
        return batches.computeIfAbsent(table, _ -> new RowBatch(statement.apply(table)));
    }

    private void add(long patient, long rid, Row row) {
        switch (row) {
            case Row.Token(int param, int system, int text, int flags, String code) ->
                to(Table.TOKENS).add(patient, rid, param, system, text, (short) flags, code);
            case Row.Reference(int param, int type, long target) ->
                to(Table.REFERENCES).add(patient, rid, param, type, target);
            case Row.Date(int param, long low, long high, int flags) ->
                to(Table.DATES).add(patient, rid, param, low, high, (short) flags);
            case Row.Text(int param, String folded, String exact, int flags) ->
                to(Table.TEXTS).add(patient, rid, param, folded, exact, (short) flags);
            case Row.Quantity(int param, Row.Amount a, int flags) ->
                to(Table.QUANTITIES)
                        .add(
                                patient,
                                rid,
                                param,
                                a.low(),
                                a.high(),
                                a.unit(),
                                a.canonicalLow(),
                                a.canonicalHigh(),
                                a.canonical(),
                                (short) flags);
            case Row.Pair(int param, int system, String code, int system2, String code2, Row.Amount a) ->
                to(Table.PAIRS)
                        .add(
                                patient,
                                rid,
                                param,
                                a.low(),
                                a.high(),
                                a.unit(),
                                a.canonicalLow(),
                                a.canonicalHigh(),
                                a.canonical(),
                                system,
                                code,
                                system2,
                                code2);
            case Row.Position(int param, double latitude, double longitude) ->
                to(Table.POSITIONS).add(patient, rid, param, latitude, longitude);
            case Row.Relation r ->
                to(Table.RELATIONS)
                        .add(
                                patient,
                                rid,
                                r.subject(),
                                r.holder(),
                                r.basis(),
                                r.type(),
                                r.only(),
                                r.begins(),
                                r.ends());
            case Row.Will w ->
                to(Table.WILLS)
                        .add(
                                patient,
                                rid,
                                w.subject(),
                                w.depth(),
                                w.denies(),
                                w.actor(),
                                w.purpose(),
                                w.type(),
                                w.label(),
                                w.only(),
                                w.begins(),
                                w.ends());
        }
    }

    private static String sameColumns(String columns) {
        return Stream.of(columns.split(", "))
                .map(column -> "t." + column + " = u." + column)
                .collect(Collectors.joining(" and "));
    }

    private static RowStatement.Kind[] with(RowStatement.Kind[] first, RowStatement.Kind... more) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(RowStatement.Kind[]::new);
    }
}
