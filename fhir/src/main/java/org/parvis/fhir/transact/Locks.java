package org.parvis.fhir.transact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeMap;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;

/**
 * Locks on what has no row to lock: the condition of a conditional operation, and the fact that a referenced resource
 * stays. They are taken in the order of their numbers, and end with the transaction.
 */
final class Locks {

    /** References share a bounded number of locks, since PostgreSQL keeps all locks in a bounded memory. */
    private static final int REFERENCE_LOCKS = 1024;

    private static final long CONDITIONS = 1L << 40;
    private static final long REFERENCES = 2L << 40;

    private final TreeMap<Long, Boolean> exclusive = new TreeMap<>();

    /** Nobody else acts on this condition meanwhile. */
    void condition(String condition) {
        exclusive.put(CONDITIONS + Integer.toUnsignedLong(condition.hashCode()), true);
    }

    /** Nobody deletes these meanwhile. */
    void keep(Collection<ResourceKey> keys) {
        keys.forEach(key -> exclusive.putIfAbsent(reference(key), false));
    }

    /** Nobody makes a reference to this one meanwhile. */
    void delete(ResourceKey key) {
        exclusive.put(reference(key), true);
    }

    /** Takes the locks gathered so far, and forgets them. */
    void take(Connection connection) throws SQLException {
        if (exclusive.isEmpty()) {
            return;
        }
        Statements.list(
                connection,
                new Sql(
                        "select count(case when u.exclusive then pg_advisory_xact_lock(u.number)::text"
                                + " else pg_advisory_xact_lock_shared(u.number)::text end)"
                                + " from unnest((select ?::bigint[]), (select ?::boolean[])) u(number, exclusive)",
                        SqlArray.longs(exclusive.keySet()),
                        SqlArray.flags(exclusive.values())),
                row -> row.getLong(1));
        exclusive.clear();
    }

    private static long reference(ResourceKey key) {
        return REFERENCES + Math.floorMod(key.hashCode(), REFERENCE_LOCKS);
    }
}
