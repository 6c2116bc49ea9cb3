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
 * Stored sizes come with them: a piece holds so many resources as fit in memory, the few that are huge one by one.
 */
final class Addresses {

    private static final int AHEAD = 20_000;

    private final Dictionary words;
    private final NavigableMap<Long, Sized> ahead = new TreeMap<>();
    private List<Integer> job = List.of();
    private long from;

    Addresses(Dictionary words) {
        this.words = words;
    }

    private record Sized(ResourceKey key, long bytes) {}

    /** The next addresses of a job, by rid, as many as make one piece; none at its end. */
    SortedMap<Long, ResourceKey> next(Connection connection, Passage passage, Pace pace) throws SQLException {
        boolean isRead =
                job.equals(passage.ids()) && passage.reached() >= from && ahead.higherKey(passage.reached()) != null;
        if (!isRead) {
            readAhead(connection, passage);
        }
        var next = new TreeMap<Long, ResourceKey>();
        long bytes = 0;
        for (var entry : ahead.tailMap(passage.reached(), false).entrySet()) {
            bytes += entry.getValue().bytes();
            if (next.size() == pace.resources() || (bytes > pace.bytes() && !next.isEmpty())) {
                break;
            }
            next.put(entry.getKey(), entry.getValue().key());
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
                        "select i.rid, i.fid, octet_length(r.body) from (select * from fhir.identity where type = ?"
                                + " and rid > ? order by rid limit ?) i left join fhir.resource r"
                                + " on (r.rid, r.patient) = (i.rid, i.patient)",
                        words.number(Kind.TYPE, passage.type()),
                        from,
                        AHEAD),
                row -> ahead.put(
                        row.getLong(1), new Sized(new ResourceKey(passage.type(), row.getString(2)), row.getLong(3))));
    }
}
