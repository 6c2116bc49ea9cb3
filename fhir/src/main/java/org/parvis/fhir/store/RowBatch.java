package org.parvis.fhir.store;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Rows on their way to one table: columns as arrays, so that any number of rows is one statement. */
final class RowBatch {

    /** SQL types of columns and the Java arrays that carry them. */
    enum Kind {
        INT("int4", Integer.class),
        SMALL("int2", Short.class),
        LONG("int8", Long.class),
        DOUBLE("float8", Double.class),
        FLAG("bool", Boolean.class),
        TEXT("text", String.class),
        BYTES("bytea", byte[].class);

        private final String type;
        private final Class<?> element;

        Kind(String type, Class<?> element) {
            this.type = type;
            this.element = element;
        }
    }

    private final String statement;
    private final List<Kind> kinds;
    private final List<List<Object>> columns = new ArrayList<>();

    /** @param statement SQL in which `%s` stands for `unnest(...)` of the columns in order */
    RowBatch(String statement, Kind... kinds) {
        this.statement = statement;
        this.kinds = List.of(kinds);
        this.kinds.forEach(kind -> columns.add(new ArrayList<>()));
    }

    void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
    }

    boolean isEmpty() {
        return columns.getFirst().isEmpty();
    }

    Sql sql() {
        var unnest = new StringBuilder("unnest(");
        var arrays = new Object[kinds.size()];
        for (int i = 0; i < arrays.length; i++) {
            Kind kind = kinds.get(i);
            unnest.append(i == 0 ? "?::" : ", ?::").append(kind.type).append("[]");
            Object[] values = columns.get(i).toArray((Object[]) Array.newInstance(kind.element, 0));
            arrays[i] = new SqlArray(kind.type, values);
        }
        return new Sql(statement.formatted(unnest.append(')')), arrays);
    }
}
