package org.parvis.fhir.store;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a history is asked for.
 *
 * @param from earliest moment, microseconds since 1970 UTC, inclusive
 * @param to latest moment, exclusive
 * @param after the last entry of the page before, null for the first page
 */
public record Window(long from, long to, @Nullable Entry after, int limit) {

    /** Where a history page ended. */
    public record Entry(long updated, long rid, int version) {}

    /** The newest entries of all time. */
    public static Window newest(int limit) {
        return new Window(Long.MIN_VALUE, Long.MAX_VALUE, null, limit);
    }

    Sql and(String alias) {
        var sql = new Sql();
        if (from != Long.MIN_VALUE) {
            sql.add(" and " + alias + ".updated >= ?", from);
        }
        if (to != Long.MAX_VALUE) {
            sql.add(" and " + alias + ".updated < ?", to);
        }
        if (after != null) {
            sql.add(
                    " and (%1$s.updated, %1$s.rid, %1$s.version) < (?, ?, ?)".formatted(alias),
                    after.updated(),
                    after.rid(),
                    after.version());
        }
        return sql;
    }
}
