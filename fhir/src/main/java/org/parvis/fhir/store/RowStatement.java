package org.parvis.fhir.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement that takes any number of rows as arrays, one for each column.
 *
 * @param kinds what the columns hold, in order
 */
record RowStatement(String sql, List<Kind> kinds) {

    /** SQL types of columns and the Java types that carry them. */
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

        String type() {
            return type;
        }

        Class<?> element() {
            return element;
        }
    }

    /** @param text SQL in which `%s` stands for `unnest(...)` of the columns in order */
    static RowStatement of(String text, Kind... kinds) {
        String arrays = Stream.of(kinds)
                .map(kind -> "(select ?::" + kind.type + "[])")
                .collect(Collectors.joining(", ", "unnest(", ")"));
        return new RowStatement(text.formatted(arrays), List.of(kinds));
    }
}
