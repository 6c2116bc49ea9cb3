package org.parvis.fhir.store;

import static org.parvis.fhir.store.RowBatch.Kind.DOUBLE;
import static org.parvis.fhir.store.RowBatch.Kind.INT;
import static org.parvis.fhir.store.RowBatch.Kind.LONG;
import static org.parvis.fhir.store.RowBatch.Kind.SMALL;
import static org.parvis.fhir.store.RowBatch.Kind.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Index rows on their way in, or on their way out: one batch per index table. */
final class IndexBatch {

    private static final RowBatch.Kind[] AMOUNT = {DOUBLE, DOUBLE, INT, DOUBLE, DOUBLE, INT};
    private static final String AMOUNT_COLUMNS = "low, high, unit, clow, chigh, cunit";

    private final RowBatch tokens;
    private final RowBatch references;
    private final RowBatch dates;
    private final RowBatch texts;
    private final RowBatch quantities;
    private final RowBatch pairs;
    private final RowBatch positions;

    private IndexBatch(boolean insert) {
        tokens = batch(insert, "ix_token", "sys, txt, flags, code", INT, INT, SMALL, TEXT);
        references = batch(insert, "ix_reference", "type, target", INT, LONG);
        dates = batch(insert, "ix_date", "low, high, flags", LONG, LONG, SMALL);
        texts = batch(insert, "ix_string", "folded, exact, flags", TEXT, TEXT, SMALL);
        quantities = batch(insert, "ix_quantity", AMOUNT_COLUMNS + ", flags", with(AMOUNT, SMALL));
        pairs = batch(
                insert, "ix_pair", AMOUNT_COLUMNS + ", sys, code, sys2, code2", with(AMOUNT, INT, TEXT, INT, TEXT));
        positions = batch(insert, "ix_position", "latitude, longitude", DOUBLE, DOUBLE);
    }

    static IndexBatch inserting() {
        return new IndexBatch(true);
    }

    static IndexBatch deleting() {
        return new IndexBatch(false);
    }

    void add(Place place, Set<Row> rows) {
        rows.forEach(row -> add(place.patient(), place.rid(), row));
    }

    void appendTo(Sql all) {
        for (RowBatch batch : List.of(tokens, references, dates, texts, quantities, pairs, positions)) {
            if (!batch.isEmpty()) {
                all.add(all.isEmpty() ? "" : ";\n").add(batch.sql());
            }
        }
    }

    private void add(long patient, long rid, Row row) {
        switch (row) {
            case Row.Token(int param, int system, int text, int flags, String code) ->
                tokens.add(patient, rid, param, system, text, (short) flags, code);
            case Row.Reference(int param, int type, long target) -> references.add(patient, rid, param, type, target);
            case Row.Date(int param, long low, long high, int flags) ->
                dates.add(patient, rid, param, low, high, (short) flags);
            case Row.Text(int param, String folded, String exact, int flags) ->
                texts.add(patient, rid, param, folded, exact, (short) flags);
            case Row.Quantity(int param, Row.Amount a, int flags) ->
                quantities.add(
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
                pairs.add(
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
                positions.add(patient, rid, param, latitude, longitude);
        }
    }

    private static RowBatch batch(boolean insert, String table, String columns, RowBatch.Kind... kinds) {
        String all = "patient, rid, param, " + columns;
        String statement = insert
                ? "insert into fhir." + table + " (" + all + ") select * from %s"
                : "delete from fhir." + table + " t using %s u(" + all + ") where " + sameColumns(all);
        return new RowBatch(statement, with(new RowBatch.Kind[] {LONG, LONG, INT}, kinds));
    }

    private static String sameColumns(String columns) {
        return Stream.of(columns.split(", "))
                .map(column -> "t." + column + " = u." + column)
                .collect(Collectors.joining(" and "));
    }

    private static RowBatch.Kind[] with(RowBatch.Kind[] first, RowBatch.Kind... more) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(RowBatch.Kind[]::new);
    }
}
