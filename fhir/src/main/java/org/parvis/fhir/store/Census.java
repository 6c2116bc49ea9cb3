package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.Permit;

/**
 * What a caller would find in the store.
 *
 * @param types those that hold resources, the fullest first
 * @param changed when a resource last changed
 */
public record Census(List<TypeCount> types, Optional<Instant> changed) {

    /** How many resources of a type there are now. */
    public record TypeCount(String type, long count) {}

    public Census {
        types = List.copyOf(types);
    }

    /** Counts what may be seen with this permit. */
    public static Census of(Store store, Permit permit) {
        return store.database().readConsistently(connection -> {
            var visible = store.visibility(connection, permit);
            return new Census(types(connection, visible), changed(connection, store, visible));
        });
    }

    /** All resources together. */
    public long total() {
        return types.stream().mapToLong(TypeCount::count).sum();
    }

    private static List<TypeCount> types(Connection connection, Visibility visible) throws SQLException {
        var sql = new Sql("select w.word, c.count from (select r.type, count(*) from fhir.resource r where true")
                .add(visible.and("r"))
                .add(" group by r.type) c join fhir.word w on w.id = c.type order by c.count desc, w.word");
        return Statements.list(connection, sql, row -> new TypeCount(row.getString(1), row.getLong(2)));
    }

    private static Optional<Instant> changed(Connection connection, Store store, Visibility visible)
            throws SQLException {
        return store.changes().latest(connection, 1, visible).stream()
                .findFirst()
                .map(change -> Instant.EPOCH.plus(change.at(), ChronoUnit.MICROS));
    }
}
