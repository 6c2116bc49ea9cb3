package org.parvis.fhir.store;

import static org.parvis.fhir.store.RowBatch.Kind.BYTES;
import static org.parvis.fhir.store.RowBatch.Kind.FLAG;
import static org.parvis.fhir.store.RowBatch.Kind.INT;
import static org.parvis.fhir.store.RowBatch.Kind.LONG;
import static org.parvis.fhir.store.RowBatch.Kind.TEXT;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that one database transaction writes, sent as one multi-row statement per table and in a single round trip.
 * Statements run in the order in which they stand here.
 */
final class WriteBatch {

    private static final String VERSION_COLUMNS =
            "patient, rid, updated, type, version, owner, labels, shared, method, fid, body";
    private static final RowBatch.Kind[] VERSION_KINDS = {LONG, LONG, LONG, INT, INT, INT, INT, FLAG, TEXT, TEXT, BYTES
    };

    private final RowBatch identities =
            new RowBatch("insert into fhir.identity (type, fid, rid, patient) select * from %s", INT, TEXT, LONG, LONG);
    private final RowBatch moves = new RowBatch(
            "update fhir.identity i set patient = u.patient from %s u(type, fid, patient)"
                    + " where i.type = u.type and i.fid = u.fid",
            INT, TEXT, LONG);
    private final RowBatch superseded = new RowBatch(
            "insert into fhir.superseded (" + VERSION_COLUMNS + ") select r." + VERSION_COLUMNS.replace(", ", ", r.")
                    + " from %s u(patient, rid) join fhir.resource r on (r.patient, r.rid) = (u.patient, u.rid)",
            LONG,
            LONG);
    private final RowBatch removed = new RowBatch(
            "delete from fhir.resource r using %s u(patient, rid) where (r.patient, r.rid) = (u.patient, u.rid)",
            LONG, LONG);
    private final RowBatch resources = new RowBatch(
            "insert into fhir.resource (" + VERSION_COLUMNS + ") select patient, rid, updated, type, version, owner,"
                    + " labels, shared, method::\"char\", fid, body from %s u(" + VERSION_COLUMNS + ")",
            VERSION_KINDS);
    private final RowBatch replacements = new RowBatch(
            "update fhir.resource r set updated = u.updated, version = u.version, owner = u.owner, labels = u.labels,"
                    + " shared = u.shared, method = u.method::\"char\", body = u.body from %s u(" + VERSION_COLUMNS
                    + ") where (r.patient, r.rid) = (u.patient, u.rid)",
            VERSION_KINDS);
    private final RowBatch deletions = new RowBatch(
            "insert into fhir.superseded (" + VERSION_COLUMNS + ") select patient, rid, updated, type, version, owner,"
                    + " labels, shared, method::\"char\", fid, body from %s u(" + VERSION_COLUMNS + ")",
            VERSION_KINDS);
    private final RowBatch noLongerShared =
            new RowBatch("delete from fhir.shared_patient where rid in (select * from %s)", LONG);
    private final RowBatch sharedPatients =
            new RowBatch("insert into fhir.shared_patient (rid, patient) select * from %s", LONG, LONG);
    private final RowBatch changes = new RowBatch(
            "insert into fhir.change (epoch, seq, patient, rid, at, type, version, owner, labels, shared, method, fid)"
                    + " select epoch, seq, patient, rid, at, type, version, owner, labels, shared, method::\"char\", fid"
                    + " from %s u(epoch, seq, patient, rid, at, type, version, owner, labels, shared, method, fid)",
            INT, INT, LONG, LONG, LONG, INT, INT, INT, INT, FLAG, TEXT, TEXT);
    private final IndexBatch goneRows = IndexBatch.deleting();
    private final IndexBatch newRows = IndexBatch.inserting();

    private final int epoch;
    private final long definitions;
    private int seq;

    /** @param definitions number of the search parameters by which rows were made */
    WriteBatch(int epoch, long definitions) {
        this.epoch = epoch;
        this.definitions = definitions;
    }

    /** A resource that is not there yet, or no longer: its first version, or the one after its deletion. */
    void create(Version version, int type, boolean newIdentity, Set<Row> rows) {
        if (newIdentity) {
            reserve(version.key(), type, version.place());
        } else {
            moves.add(type, version.key().id(), version.place().patient());
        }
        addVersion(resources, version, type);
        newRows.add(version.place(), rows);
        addChange(version, type);
    }

    /** A version in the place of another; rows that both have stay untouched. */
    void replace(Version before, Version after, int type, Set<Row> rowsBefore, Set<Row> rowsAfter) {
        superseded.add(before.place().patient(), before.place().rid());
        if (before.place().equals(after.place())) {
            addVersion(replacements, after, type);
            goneRows.add(before.place(), without(rowsBefore, rowsAfter));
            newRows.add(after.place(), without(rowsAfter, rowsBefore));
        } else {
            removed.add(before.place().patient(), before.place().rid());
            moves.add(type, after.key().id(), after.place().patient());
            addVersion(resources, after, type);
            goneRows.add(before.place(), rowsBefore);
            newRows.add(after.place(), rowsAfter);
        }
        addChange(after, type);
    }

    void delete(Version before, Version mark, int type, Set<Row> rowsBefore) {
        superseded.add(before.place().patient(), before.place().rid());
        removed.add(before.place().patient(), before.place().rid());
        addVersion(deletions, mark, type);
        goneRows.add(before.place(), rowsBefore);
        addChange(mark, type);
    }

    /** An address that others refer to, without a resource. */
    void reserve(ResourceKey key, int type, Place place) {
        identities.add(type, key.id(), place.rid(), place.patient());
    }

    /** The patients of a resource that is now about several, or no longer. */
    void share(long rid, Set<Long> patients) {
        noLongerShared.add(rid);
        patients.forEach(patient -> sharedPatients.add(rid, patient));
    }

    void execute(Connection connection) throws SQLException {
        var all = new Sql();
        for (RowBatch batch : batches()) {
            if (!batch.isEmpty()) {
                all.add(all.isEmpty() ? "" : ";\n").add(batch.sql());
            }
        }
        goneRows.appendTo(all);
        newRows.appendTo(all);
        if (!all.isEmpty()) {
            // Last, so that whoever changes the definitions can tell this transaction by its number, and wait for it.
            all.add(";\nselect fhir.require_definitions(?)", definitions);
            try (PreparedStatement statement = Statements.prepare(connection, all)) {
                statement.execute();
            }
        }
    }

    private List<RowBatch> batches() {
        return List.of(
                identities,
                moves,
                superseded,
                removed,
                resources,
                replacements,
                deletions,
                noLongerShared,
                sharedPatients,
                changes);
    }

    private static Set<Row> without(Set<Row> rows, Set<Row> others) {
        return rows.stream().filter(row -> !others.contains(row)).collect(Collectors.toSet());
    }

    private static void addVersion(RowBatch batch, Version version, int type) {
        batch.add(
                version.place().patient(),
                version.place().rid(),
                version.updated(),
                type,
                version.number(),
                version.owner(),
                version.labels(),
                version.shared(),
                version.method().letter(),
                version.key().id(),
                version.body().bytes());
    }

    private void addChange(Version version, int type) {
        changes.add(
                epoch,
                seq++,
                version.place().patient(),
                version.place().rid(),
                version.updated(),
                type,
                version.number(),
                version.owner(),
                version.labels(),
                version.shared(),
                version.method().letter(),
                version.key().id());
    }
}
