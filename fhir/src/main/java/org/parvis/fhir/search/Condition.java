package org.parvis.fhir.search;

import java.util.List;
import java.util.function.Function;
import org.parvis.fhir.store.Sql;

/** What a clause asks of the tables. */
sealed interface Condition {

    /**
     * The resource has a row in this table for which this holds.
     *
     * @param where the condition on the row, given its alias
     * @param unique whether at most one row of a resource can satisfy it, so that a plain join gives no doubles
     */
    record Rows(String table, Function<String, Sql> where, boolean unique) implements Condition {

        /** The same, where it is known otherwise that each resource has one such row at most. */
        Rows once() {
            return new Rows(table, where, true);
        }
    }

    /** The condition does not hold. */
    record Not(Condition condition) implements Condition {}

    /** At least one holds; none never does. */
    record Any(List<Condition> conditions) implements Condition {

        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** A predicate on any row of the resource that has its place, given its alias. */
    record OnPlace(Function<String, Sql> predicate) implements Condition {}

    /** A predicate on the resource's own row, given its alias. */
    record OnResource(Function<String, Sql> predicate) implements Condition {}

    /** Nothing satisfies it. */
    static Condition never() {
        return new Any(List.of());
    }
}
