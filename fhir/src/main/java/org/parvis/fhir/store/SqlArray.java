package org.parvis.fhir.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Several values for one question mark, sent as one array of this PostgreSQL type: `any(?)`, or `unnest((select ?))`. The
 * subquery hides the array's length from the planner, which would else make a new plan for each.
 */
public final class SqlArray {

    private final String type;
    private final Object[] values;

    SqlArray(String type, Object[] values) {
        this.type = type;
        this.values = values;
    }

    public static SqlArray longs(Collection<Long> values) {
        return new SqlArray("int8", values.toArray(Long[]::new));
    }

    public static SqlArray ints(Collection<Integer> values) {
        return new SqlArray("int4", values.toArray(Integer[]::new));
    }

    public static SqlArray texts(Collection<String> values) {
        return new SqlArray("text", values.toArray(String[]::new));
    }

    public static SqlArray flags(Collection<Boolean> values) {
        return new SqlArray("bool", values.toArray(Boolean[]::new));
    }

    String type() {
        return type;
    }

    Array on(Connection connection) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
