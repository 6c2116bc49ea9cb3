package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.parvis.fhir.index.Extraction;

/**
 * Makes the index rows of stored resources anew, from what the resources hold at this moment. Their addresses stay locked
 * until the transaction ends, so that no writer comes between reading a resource and writing its rows.
 */
public final class Reindexer {

    /** Tables of index rows. */
    private static final List<String> TABLES =
            List.of("ix_token", "ix_reference", "ix_date", "ix_string", "ix_quantity", "ix_pair", "ix_position");

    /** Tables of rows about access. */
    private static final List<String> ACCESS_TABLES = List.of("relation", "will");

    private final Store store;

    Reindexer(Store store) {
        this.store = store;
    }

    /**
     * What became of some resources.
     *
     * @param done how many were alive and are indexed
     */
    public record Outcome(int done, List<Failure> failures) {

        public Outcome {
            failures = List.copyOf(failures);
        }
    }

    /** A resource of which no values could be taken. */
    public record Failure(ResourceKey key, String reason) {}

    /** @param labels word of the labels that the resource carries now */
    private record Reading(Version version, Taken taken, int labels) {}

    /**
     * Adds the rows of posted parameters. A writer may have added some of them since the parameters are in force, but
     * never others than the resource's present ones: taking exactly those out first leaves each there once.
     */
    public Outcome index(Connection connection, SortedSet<ResourceKey> keys, Extraction extraction)
            throws SQLException {
        return rewrite(connection, keys, extraction, false);
    }

    /** Replaces all rows, whatever made them. Resources that are gone lose what a former extraction left of them. */
    public Outcome renew(Connection connection, SortedSet<ResourceKey> keys) throws SQLException {
        return rewrite(connection, keys, store.definitions().now().extraction(), true);
    }

    /**
     * Takes out rows of a posted parameter that no longer counts, at most so many of each table.
     *
     * @return how many there were
     */
    public int remove(Connection connection, int posted, String type, String code, int limit) throws SQLException {
        var numbers = PostedParam.words(type, code, posted).stream()
                .flatMap(word -> store.words().known(Dictionary.Kind.PARAMETER, word).stream())
                .toList();
        int removed = 0;
        for (String table : TABLES) {
            removed += remove(connection, table, numbers, limit);
        }
        return removed + remove(connection, "token_text", numbers, limit);
    }

    private static int remove(Connection connection, String table, List<Integer> params, int limit)
            throws SQLException {
        var some = new Sql(
                "select ctid from fhir." + table + " where param = any(?) limit ?", SqlArray.ints(params), limit);
        return Statements.update(
                connection,
                new Sql("delete from fhir." + table + " where ctid = any(array(")
                        .add(some)
                        .add("))"));
    }

    private Outcome rewrite(
            Connection connection, SortedSet<ResourceKey> keys, Extraction extraction, boolean everything)
            throws SQLException {
        Map<ResourceKey, Place> places = store.identities().lock(connection, keys);
        var failures = new ArrayList<Failure>();
        List<Reading> readings =
                read(store.versions().currents(connection, places.values()), extraction, everything, failures);
        Map<ResourceKey, Place> targets = targets(connection, readings);
        IndexBatch gone = IndexBatch.deleting();
        IndexBatch fresh = IndexBatch.inserting();
        var statements = new ArrayList<Sql>();
        for (Reading reading : readings) {
            var rows = store.indexer().rows(reading.taken(), targets);
            gone.add(reading.version().place(), rows);
            fresh.add(
                    everything
                            ? stood(reading, targets, statements)
                            : reading.version().place(),
                    rows);
        }
        statements.addAll(everything ? removals(places, failures) : gone.statements());
        statements.addAll(fresh.statements());
        execute(connection, statements);
        return new Outcome(readings.size(), failures);
    }

    // One damaged resource must not keep the others from being found.
    private List<Reading> read(
            List<Version> versions, Extraction extraction, boolean everything, List<Failure> failures) {
        var readings = new ArrayList<Reading>();
        for (Version version : versions) {
            try {
                var tree = store.tree(version);
                readings.add(new Reading(
                        version,
                        everything ? Taken.of(version.key(), tree, extraction, store) : Taken.values(tree, extraction),
                        LabelSet.number(tree, store.words())));
            } catch (RuntimeException e) {
                failures.add(new Failure(version.key(), String.valueOf(e.getMessage())));
            }
        }
        return readings;
    }

    /** Where a resource stands by what this release knows of labels and of whom it is about; what differed is put right. */
    private Place stood(Reading reading, Map<ResourceKey, Place> targets, List<Sql> statements) {
        Version version = reading.version();
        Place before = version.place();
        var about = store.subjects()
                .of(before, version.key().type(), reading.taken().values(), targets);
        if (about.patient() != before.patient()
                || about.shared() != version.shared()
                || reading.labels() != version.labels()) {
            statements.add(new Sql(
                    "update fhir.resource set patient = ?, shared = ?, labels = ? where rid = ? and patient = ?",
                    about.patient(),
                    about.shared(),
                    reading.labels(),
                    before.rid(),
                    before.patient()));
            statements.add(new Sql(
                    "update fhir.identity set patient = ? where type = ? and fid = ?",
                    about.patient(),
                    store.words().number(Dictionary.Kind.TYPE, version.key().type()),
                    version.key().id()));
            statements.add(new Sql("delete from fhir.shared_patient where rid = ?", before.rid()));
            statements.add(new Sql(
                    "insert into fhir.shared_patient (rid, patient) select ?, unnest(?)",
                    before.rid(),
                    SqlArray.longs(about.several())));
        }
        return new Place(about.patient(), before.rid());
    }

    private Map<ResourceKey, Place> targets(Connection connection, List<Reading> readings) throws SQLException {
        var keys = readings.stream()
                .flatMap(reading -> reading.taken().references())
                .distinct()
                .toList();
        return keys.isEmpty() ? Map.of() : store.identities().known(connection, keys, Visibility.everything(), _ -> {});
    }

    private static List<Sql> removals(Map<ResourceKey, Place> places, List<Failure> failures) {
        var failed = failures.stream().map(Failure::key).toList();
        Collection<Long> rids = places.entrySet().stream()
                .filter(entry -> !failed.contains(entry.getKey()))
                .map(entry -> entry.getValue().rid())
                .toList();
        return Stream.concat(TABLES.stream(), ACCESS_TABLES.stream())
                .map(table -> new Sql("delete from fhir." + table + " where rid = any(?)", SqlArray.longs(rids)))
                .toList();
    }

    private static void execute(Connection connection, List<Sql> statements) throws SQLException {
        if (!statements.isEmpty()) {
            try (var statement = Statements.prepare(connection, new Sql().join(";\n", statements))) {
                statement.execute();
            }
        }
    }
}
