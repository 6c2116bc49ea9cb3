package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.access.AccessRule;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Relation;
import org.parvis.fhir.access.Sought;
import org.parvis.fhir.access.Will;
import org.parvis.fhir.index.DateRange;

/** What the store knows of who may see a patient's data, for pages that explain. */
public final class AccessFacts {

    private final Store store;

    public AccessFacts(Store store) {
        this.store = store;
    }

    /** A resource as access is decided on it; empty when it is not there. */
    public Optional<Sought> sought(ResourceKey key) {
        return store.database().read(connection -> {
            var places = store.identities().known(connection, List.of(key), Visibility.everything(), _ -> {});
            var place = Optional.ofNullable(places.get(key));
            return place.isEmpty() ? Optional.empty() : sought(connection, key, place.get());
        });
    }

    private Optional<Sought> sought(Connection connection, ResourceKey key, Place place) throws SQLException {
        Set<String> patients = new HashSet<>(Statements.list(
                connection,
                new Sql(
                        "select i.type, i.fid from fhir.identity i where i.type = ? and i.rid in (select ? union all"
                                + " select patient from fhir.shared_patient where rid = ?)",
                        store.words().number(Dictionary.Kind.TYPE, "Patient"),
                        place.patient(),
                        place.rid()),
                row -> reference(row, 1)));
        return Statements.first(
                connection,
                new Sql(
                        "select owner, labels from fhir.resource where patient = ? and rid = ?",
                        place.patient(),
                        place.rid()),
                row -> new Sought(key.toString(), key.type(), patients, word(row.getInt(1)), labels(row.getInt(2))));
    }

    private Optional<String> word(int number) {
        return number == 0 ? Optional.empty() : Optional.of(store.words().word(number));
    }

    private Set<String> labels(int number) {
        return word(number)
                .map(set -> (Set<String>) new HashSet<>(Arrays.asList(set.split("\n", -1))))
                .orElse(Set.of());
    }

    /** All that resources say about who may see this patient's data, in the past and to come too. */
    public List<AccessRule> rules(ResourceKey patient) {
        return store.database().read(connection -> {
            var subject = store.identities().rids(connection, List.of(patient));
            var rules = new ArrayList<AccessRule>();
            for (long rid : subject) {
                rules.addAll(relations(connection, patient, new Sql("g.subject = ?", rid)));
                rules.addAll(wills(connection, patient, rid));
            }
            return rules;
        });
    }

    /** What resources say about whether one of these may see this patient's data: of the relations, theirs alone. */
    public List<AccessRule> rules(ResourceKey patient, Set<String> holders) {
        return store.database().read(connection -> {
            var theirs = SqlArray.longs(rids(connection, holders));
            var rules = new ArrayList<AccessRule>();
            for (long rid : store.identities().rids(connection, List.of(patient))) {
                rules.addAll(
                        relations(connection, patient, new Sql("g.subject = ? and g.holder = any(?)", rid, theirs)));
                rules.addAll(wills(connection, patient, rid));
            }
            return rules;
        });
    }

    /**
     * Logical ids of the Patients to whom one of these is something, at any time.
     *
     * @param holders as relations name them: `Practitioner/12`
     */
    public Set<String> subjects(Set<String> holders, int most) {
        return store.database().read(connection -> {
            return new HashSet<>(Statements.list(
                    connection,
                    new Sql(
                            "select i.fid from (select distinct g.subject from fhir.relation g where g.holder = any(?) limit ?) s"
                                    + " join fhir.identity i on i.rid = s.subject",
                            SqlArray.longs(rids(connection, holders)),
                            most),
                    row -> row.getString(1)));
        });
    }

    private List<Long> rids(Connection connection, Set<String> references) throws SQLException {
        return store.identities()
                .rids(connection, references.stream().map(ResourceKey::of).toList());
    }

    private List<Relation> relations(Connection connection, ResourceKey patient, Sql which) throws SQLException {
        return Statements.list(
                connection,
                new Sql("select h.type, h.fid, o.type, o.fid, g.basis, g.type, g.begins, g.ends from fhir.relation g"
                                + " join fhir.resource h on h.rid = g.holder left join fhir.identity o on o.rid = g.resource"
                                + " where ")
                        .add(which)
                        .add(" order by g.basis, h.fid, g.begins"),
                row -> new Relation(
                        Basis.of(row.getInt(5)),
                        reference(row, 1),
                        patient.toString(),
                        word(row.getInt(6)).orElse(""),
                        reference(row, 3),
                        new DateRange(row.getLong(7), row.getLong(8))));
    }

    private List<Will> wills(Connection connection, ResourceKey patient, long rid) throws SQLException {
        return Statements.list(
                connection,
                new Sql(
                        "select c.type, c.fid, a.type, a.fid, o.type, o.fid, w.depth, w.denies, w.purpose, w.type, w.label,"
                                + " w.begins, w.ends from fhir.will w join fhir.resource c on c.rid = w.rid"
                                + " left join fhir.resource a on a.rid = w.actor left join fhir.identity o on o.rid = w.resource"
                                + " where w.subject = ? order by w.rid, w.depth",
                        rid),
                row -> new Will(
                        reference(row, 1),
                        patient.toString(),
                        row.getInt(7),
                        row.getBoolean(8),
                        reference(row, 3),
                        Purpose.of(row.getInt(9)),
                        word(row.getInt(10)).orElse(""),
                        word(row.getInt(11)).orElse(""),
                        reference(row, 5),
                        new DateRange(row.getLong(12), row.getLong(13))));
    }

    // Empty where the row names nothing.
    private String reference(ResultSet row, int column) throws SQLException {
        int type = row.getInt(column);
        return type == 0 ? "" : store.words().word(type) + "/" + row.getString(column + 1);
    }
}
