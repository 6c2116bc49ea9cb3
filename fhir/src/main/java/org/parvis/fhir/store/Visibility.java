package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.Permit;

/**
 * A permit as predicates over a row that has patient, rid, type, owner, labels and shared. Rows outside it do not exist for
 * the statement: not in matches, includes, history, counts or totals.
 *
 * @param patients rids, absent when all may be seen
 * @param owners words of organisations, absent when all may be seen
 * @param labelSets words of label sets that hold only permitted labels, absent when all may be seen
 * @param rights what relations open, absent when that is no limit
 */
public record Visibility(
        Optional<List<Long>> patients,
        Optional<List<Integer>> owners,
        Optional<List<Integer>> labelSets,
        Optional<RightsCondition> rights) {

    private static final Visibility EVERYTHING =
            new Visibility(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Reads what the permit's names stand for in this store now. */
    static Visibility of(Connection connection, Permit permit, Store store) throws SQLException {
        if (permit.isEverything()) {
            return EVERYTHING;
        }
        Optional<List<Long>> patients = permit.patients().isEmpty()
                ? Optional.empty()
                : Optional.of(store.identities()
                        .rids(connection, "Patient", permit.patients().get()));
        Optional<List<Integer>> labelSets = permit.labels().isEmpty()
                ? Optional.empty()
                : Optional.of(permittedSets(connection, permit.labels().get()));
        Optional<RightsCondition> rights = permit.rights().isEmpty()
                ? Optional.empty()
                : Optional.of(RightsCondition.of(connection, permit.rights().get(), store, store.micros()));
        return new Visibility(
                patients, permit.organisations().map(names -> words(store.words(), names)), labelSets, rights);
    }

    public static Visibility everything() {
        return EVERYTHING;
    }

    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /** The condition on the row called `alias`, beginning with `and`; empty when all may be seen. */
    public Sql and(String alias) {
        var sql = new Sql();
        patients.ifPresent(rids -> sql.add(
                (" and (%1$s.patient = any(?) or (%1$s.patient = 0 and (not %1$s.shared or not exists (select from"
                                + " fhir.shared_patient p where p.rid = %1$s.rid and p.patient <> all(?)))))")
                        .formatted(alias),
                SqlArray.longs(rids),
                SqlArray.longs(rids)));
        owners.ifPresent(words -> sql.add(" and " + alias + ".owner = any(?)", SqlArray.ints(with(words, 0))));
        labelSets.ifPresent(words -> sql.add(" and " + alias + ".labels = any(?)", SqlArray.ints(with(words, 0))));
        rights.ifPresent(condition -> sql.add(" and (").add(condition.on(alias)).add(")"));
        return sql;
    }

    /**
     * The further condition on a version or change called `alias`: what could be seen by itself stays hidden while the
     * resource as it is now is hidden.
     */
    public Sql andNow(String alias) {
        if (isEverything()) {
            return new Sql();
        }
        return new Sql((" and not exists (select 1 from fhir.resource n where n.rid = %1$s.rid and n.patient in"
                                + " (%1$s.patient, 0, (select i.patient from fhir.identity i"
                                + " where i.type = %1$s.type and i.fid = %1$s.fid)) and not (true")
                        .formatted(alias))
                .add(and("n"))
                .add("))");
    }

    private static List<Integer> with(List<Integer> words, int more) {
        var all = new ArrayList<>(words);
        all.add(more);
        return all;
    }

    private static List<Integer> words(Dictionary dictionary, Set<String> names) {
        return names.stream()
                .flatMap(name -> dictionary.known(Dictionary.Kind.OWNER, name).stream())
                .toList();
    }

    private static List<Integer> permittedSets(Connection connection, Set<String> permitted) throws SQLException {
        return LabelSet.all(connection).stream()
                .filter(set -> set.holdsOnly(permitted))
                .map(LabelSet::number)
                .toList();
    }
}
