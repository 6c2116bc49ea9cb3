package org.parvis.fhir.store;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Rows on their way to one table: columns as arrays, so that any number of rows is one statement. */
final class RowBatch {

    private final RowStatement statement;
    private final List<List<Object>> columns = new ArrayList<>();

    RowBatch(RowStatement statement) {
        this.statement = statement;
        statement.kinds().forEach(_ -> columns.add(new ArrayList<>()));
    }

    void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
    }

    Sql sql() {
        var arrays = new Object[columns.size()];
        for (int i = 0; i < arrays.length; i++) {
            RowStatement.Kind kind = statement.kinds().get(i);
            Object[] values = columns.get(i).toArray((Object[]) Array.newInstance(kind.element(), 0));
            arrays[i] = new SqlArray(kind.type(), values);
        }
        return new Sql(statement.sql(), arrays);
    }
}
