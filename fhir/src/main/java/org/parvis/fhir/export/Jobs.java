package org.parvis.fhir.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.CallerJson;
import org.parvis.fhir.store.Database;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;

/** Exports and their files as the database remembers them. Every step of a job asks whether the job is still wanted. */
final class Jobs {

    private static final String SELECT = "select " + JobRows.COLUMNS + " from fhir.export";

    private static final String UNFINISHED = " state in ('waiting', 'running')";

    private final Database database;

    Jobs(Database database) {
        this.database = database;
    }

    void add(String id, ExportRequest request, long now) {
        Caller caller = request.caller();
        database.write(connection -> Statements.update(
                connection,
                new Sql(
                        "insert into fhir.export (id, state, requester, caller, address, base, people,"
                                + " patients, types, filters, elements, remarks, since, requested_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        JobState.WAITING.column(),
                        caller.name(),
                        CallerJson.of(caller).toString(),
                        request.address(),
                        request.base(),
                        JobRows.people(request.people()),
                        SqlArray.longs(JobRows.patients(request.people())),
                        SqlArray.texts(request.types()),
                        SqlArray.texts(request.filters().stream()
                                .map(TypeFilter::toString)
                                .toList()),
                        SqlArray.texts(request.elements().asked()),
                        SqlArray.texts(request.remarks()),
                        request.since(),
                        now)));
    }

    Optional<Job> find(String id) {
        return database.read(
                connection -> Statements.first(connection, new Sql(SELECT + " where id = ?", id), JobRows::read));
    }

    /** The jobs that are not at their end, oldest first. */
    List<Job> unfinished() {
        return list(new Sql(SELECT + " where" + UNFINISHED + " order by requested_at"));
    }

    /** The jobs asked for last, newest first. */
    List<Job> latest(int most) {
        return list(new Sql(SELECT + " order by requested_at desc limit ?", most));
    }

    int unfinished(String requester) {
        return database.read(connection -> Statements.one(
                connection,
                new Sql("select count(*) from fhir.export where requester = ? and" + UNFINISHED, requester),
                row -> row.getInt(1)));
    }

    /** Takes a job for the life of this connection, unless another server works on it. */
    boolean claim(Connection connection, String id) throws SQLException {
        return Statements.one(
                connection,
                new Sql("select pg_try_advisory_lock(hashtextextended(?, 0))", id),
                row -> row.getBoolean(1));
    }

    /** Gives a job back before its connection serves others. */
    void release(Connection connection, String id) throws SQLException {
        Statements.one(
                connection, new Sql("select pg_advisory_unlock(hashtextextended(?, 0))", id), row -> row.getBoolean(1));
    }

    /** Begins a job: from now on its moment and its files are decided. */
    void begin(String id, long moment, List<ExportFile> files) {
        database.write(connection -> {
            int begun = Statements.update(
                    connection,
                    new Sql(
                            "update fhir.export set state = 'running', moment = ? where id = ? and state = 'waiting'",
                            moment,
                            id));
            for (ExportFile file : begun == 1 ? files : List.<ExportFile>of()) {
                Statements.update(
                        connection,
                        new Sql(
                                "insert into fhir.export_file (export, number, kind, type, filter, expected)"
                                        + " values (?, ?, ?, ?, ?, ?)",
                                id,
                                file.number(),
                                file.kind().name().toLowerCase(Locale.ROOT),
                                file.type(),
                                file.filter(),
                                file.expected()));
            }
            return begun;
        });
    }

    List<ExportFile> files(String id) {
        return database.read(connection -> Statements.list(
                connection,
                new Sql(
                        "select " + JobRows.FILE_COLUMNS + " from fhir.export_file where export = ? order by number",
                        id),
                JobRows::readFile));
    }

    /** Remembers how far a file is; false when the job is no longer wanted. */
    boolean save(ExportFile file) {
        return database.write(connection -> Statements.update(
                        connection,
                        new Sql(
                                "update fhir.export_file f set resources = ?, bytes = ?, position = ?, done = ?"
                                        + " from fhir.export e where f.export = ? and f.number = ?"
                                        + " and e.id = f.export and e.state = 'running'",
                                file.resources(),
                                file.bytes(),
                                SqlArray.texts(file.position()),
                                file.done(),
                                file.job(),
                                file.number()))
                == 1);
    }

    void complete(String id, long now, long expires) {
        change(new Sql(
                "update fhir.export set state = 'complete', ended_at = ?, expires_at = ? where id = ? and state ="
                        + " 'running'",
                now,
                expires,
                id));
    }

    void fail(String id, long now, String error) {
        change(new Sql(
                "update fhir.export set state = 'failed', ended_at = ?, error = ? where id = ? and" + UNFINISHED,
                now,
                error,
                id));
    }

    void cancel(String id, long now) {
        change(new Sql(
                "update fhir.export set state = 'cancelled', ended_at = ? where id = ? and state <> 'expired'",
                now,
                id));
    }

    /** Ends the life of complete exports that were kept long enough, and names them. */
    List<String> expire(long now) {
        return database.write(connection -> Statements.list(
                connection,
                new Sql(
                        "update fhir.export set state = 'expired' where state = 'complete' and expires_at <= ? returning id",
                        now),
                row -> row.getString(1)));
    }

    private void change(Sql sql) {
        database.write(connection -> Statements.update(connection, sql));
    }

    private List<Job> list(Sql sql) {
        return database.read(connection -> Statements.list(connection, sql, JobRows::read));
    }
}
