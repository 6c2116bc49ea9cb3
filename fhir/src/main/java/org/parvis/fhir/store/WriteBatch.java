package org.parvis.fhir.store;

import static org.parvis.fhir.store.RowStatement.Kind.BYTES;
import static org.parvis.fhir.store.RowStatement.Kind.FLAG;
import static org.parvis.fhir.store.RowStatement.Kind.INT;
import static org.parvis.fhir.store.RowStatement.Kind.LONG;
import static org.parvis.fhir.store.RowStatement.Kind.TEXT;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that one database transaction writes, sent as one multi-row statement per table and in a single round trip.
 * Statements run in the order in which they stand here.
 */
final class WriteBatch {

    private static final String VERSION_COLUMNS =
            "patient, rid, updated, type, version, owner, labels, shared, method, fid, body";
    private static final RowStatement.Kind[] VERSION_KINDS = {
        LONG, LONG, LONG, INT, INT, INT, INT, FLAG, TEXT, TEXT, BYTES
    };

    /** What is written, in order. */
    @SuppressWarnings("ImmutableEnumChecker") // A statement's list cannot be changed.
    private enum Write {
        IDENTITY("insert into fhir.identity (type, fid, rid, patient) select * from %s", INT, TEXT, LONG, LONG),
        MOVE(
                "update fhir.identity i set patient = u.patient from %s u(type, fid, patient)"
                        + " where i.type = u.type and i.fid = u.fid",
                INT, TEXT, LONG),
        SUPERSEDED(
                "insert into fhir.superseded (" + VERSION_COLUMNS + ") select r."
                        + VERSION_COLUMNS.replace(", ", ", r.")
                        + " from %s u(patient, rid) join fhir.resource r on (r.patient, r.rid) = (u.patient, u.rid)",
                LONG,
                LONG),
        REMOVED(
                "delete from fhir.resource r using %s u(patient, rid) where (r.patient, r.rid) = (u.patient, u.rid)",
                LONG, LONG),
        RESOURCE(
                "insert into fhir.resource (" + VERSION_COLUMNS
                        + ") select patient, rid, updated, type, version, owner,"
                        + " labels, shared, method::\"char\", fid, body from %s u(" + VERSION_COLUMNS + ")",
                VERSION_KINDS),
        REPLACEMENT(
                "update fhir.resource r set updated = u.updated, version = u.version, owner = u.owner,"
                        + " labels = u.labels, shared = u.shared, method = u.method::\"char\", body = u.body from %s u("
                        + VERSION_COLUMNS + ") where (r.patient, r.rid) = (u.patient, u.rid)",
                VERSION_KINDS),
        DELETION(
                "insert into fhir.superseded (" + VERSION_COLUMNS
                        + ") select patient, rid, updated, type, version, owner,"
                        + " labels, shared, method::\"char\", fid, body from %s u(" + VERSION_COLUMNS + ")",
                VERSION_KINDS),
        NO_LONGER_SHARED("delete from fhir.shared_patient where rid in (select * from %s)", LONG),
        SHARED_PATIENT("insert into fhir.shared_patient (rid, patient) select * from %s", LONG, LONG),
        CHANGE(
                "insert into fhir.change (epoch, seq, patient, rid, at, type, version, owner, labels, shared, method, fid)"
                        + " select epoch, seq, patient, rid, at, type, version, owner, labels, shared, method::\"char\","
                        + " fid from %s u(epoch, seq, patient, rid, at, type, version, owner, labels, shared, method, fid)",
                INT, INT, LONG, LONG, LONG, INT, INT, INT, INT, FLAG, TEXT, TEXT);

        private final RowStatement statement;

        Write(String text, RowStatement.Kind... kinds) {
            this.statement = RowStatement.of(text, kinds);
        }
    }

    private final Map<Write, RowBatch> batches = new EnumMap<>(Write.class);
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
            to(Write.MOVE).add(type, version.key().id(), version.place().patient());
        }
        addVersion(Write.RESOURCE, version, type);
        newRows.add(version.place(), rows);
        addChange(version, type);
    }

    /** A version in the place of another; rows that both have stay untouched. */
    void replace(Version before, Version after, int type, Set<Row> rowsBefore, Set<Row> rowsAfter) {
        to(Write.SUPERSEDED).add(before.place().patient(), before.place().rid());
        if (before.place().equals(after.place())) {
            addVersion(Write.REPLACEMENT, after, type);
            goneRows.add(before.place(), without(rowsBefore, rowsAfter));
            newRows.add(after.place(), without(rowsAfter, rowsBefore));
        } else {
            to(Write.REMOVED).add(before.place().patient(), before.place().rid());
            to(Write.MOVE).add(type, after.key().id(), after.place().patient());
            addVersion(Write.RESOURCE, after, type);
            goneRows.add(before.place(), rowsBefore);
            newRows.add(after.place(), rowsAfter);
        }
        addChange(after, type);
    }

    void delete(Version before, Version mark, int type, Set<Row> rowsBefore) {
        to(Write.SUPERSEDED).add(before.place().patient(), before.place().rid());
        to(Write.REMOVED).add(before.place().patient(), before.place().rid());
        addVersion(Write.DELETION, mark, type);
        goneRows.add(before.place(), rowsBefore);
        addChange(mark, type);
    }

    /** An address that others refer to, without a resource. */
    void reserve(ResourceKey key, int type, Place place) {
        to(Write.IDENTITY).add(type, key.id(), place.rid(), place.patient());
    }

    /** The patients of a resource that is now about several, or no longer. */
    void share(long rid, Set<Long> patients) {
        to(Write.NO_LONGER_SHARED).add(rid);
        patients.forEach(patient -> to(Write.SHARED_PATIENT).add(rid, patient));
    }

    void execute(Connection connection) throws SQLException {
        var statements = new ArrayList<Sql>();
        batches.values().forEach(batch -> statements.add(batch.sql()));
        statements.addAll(goneRows.statements());
        statements.addAll(newRows.statements());
        if (!statements.isEmpty()) {
            // Last, so that whoever changes the definitions can tell this transaction by its number, and wait for it.
            statements.add(new Sql("select fhir.require_definitions(?)", definitions));
            var all = new Sql().join(";\n", statements);
            try (var statement = Statements.prepare(connection, all)) {
                statement.execute();
            }
        }
    }

    private RowBatch to(Write write) {
        return batches.computeIfAbsent(write, _ -> new RowBatch(write.statement));
    }

    private static Set<Row> without(Set<Row> rows, Set<Row> others) {
        return rows.stream().filter(row -> !others.contains(row)).collect(Collectors.toSet());
    }

    private void addVersion(Write write, Version version, int type) {
        to(write)
                .add(
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
        to(Write.CHANGE)
                .add(
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
