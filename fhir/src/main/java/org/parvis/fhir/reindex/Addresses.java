package org.parvis.fhir.reindex;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parvis.fhir.reindex.Job.Passage;
import org.parvis.fhir.store.Dictionary;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;

/**
 * The addresses of one type in the order of their rids. No index has that order, and one would cost every write; so many
 * are read ahead at once. What is created later needs no passage, since it is written by the definitions in force.
 */
final class Addresses {

    private static final int AHEAD = 20_000;

    private final Dictionary words;
    private final NavigableMap<Long, ResourceKey> ahead = new TreeMap<>();
    private List<Integer> job = List.of();
    private long from;

    Addresses(Dictionary words) {
        this.words = words;
    }

    /** The next addresses of a job, at most so many; none at its end. */
    SortedMap<Long, ResourceKey> next(Connection connection, Passage passage, int limit) throws SQLException {
        boolean isRead =
                job.equals(passage.ids()) && passage.reached() >= from && ahead.higherKey(passage.reached()) != null;
        if (!isRead) {
            readAhead(connection, passage);
        }
        var next = new TreeMap<Long, ResourceKey>();
        for (var entry : ahead.tailMap(passage.reached(), false).entrySet()) {
            if (next.size() == limit) {
                break;
            }
            next.put(entry.getKey(), entry.getValue());
        }
        return next;
    }

    private void readAhead(Connection connection, Passage passage) throws SQLException {
        job = passage.ids();
        from = passage.reached();
        ahead.clear();
        Statements.list(
                connection,
                new Sql(
                        "select rid, fid from fhir.identity where type = ? and rid > ? order by rid limit ?",
                        words.number(Kind.TYPE, passage.type()),
                        from,
                        AHEAD),
                row -> ahead.put(row.getLong(1), new ResourceKey(passage.type(), row.getString(2))));
    }
}
