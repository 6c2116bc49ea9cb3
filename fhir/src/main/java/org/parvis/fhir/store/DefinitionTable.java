package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.store.Dictionary.Kind;

/** The tables fhir.definitions and fhir.indexing as far as a write and a search need them. */
final class DefinitionTable {

    private static final String ADD = "insert into fhir.indexing (source, type, code, url, state, changed)";

    private final Dictionary words;
    private final Versions versions;
    private final JsonBodies bodies;

    DefinitionTable(Dictionary words, Versions versions, JsonBodies bodies) {
        this.words = words;
        this.versions = versions;
        this.bodies = bodies;
    }

    /** A posted parameter as its row names it. */
    record Entry(int id, String source, String type, String code, boolean complete) {

        boolean isOf(Redefinition.Defined defined) {
            return source.equals(defined.source())
                    && type.equals(defined.param().resourceType())
                    && code.equals(defined.param().code());
        }
    }

    /** Resources indexed by a parameter so far, and about how many there are. */
    record Progress(long done, long total) {}

    /** Keeps others from changing the definitions until the transaction ends; writes by them go on. */
    void lock(Connection connection) throws SQLException {
        Statements.list(connection, new Sql("select number from fhir.definitions for update"), row -> row.getLong(1));
    }

    Indexing.State state(Connection connection) throws SQLException {
        return Statements.one(
                connection,
                new Sql("select number, revision, extraction from fhir.definitions"),
                row -> new Indexing.State(row.getLong(1), row.getLong(2), row.getInt(3)));
    }

    /** The posted parameters that count. */
    List<Entry> entries(Connection connection) throws SQLException {
        return Statements.list(
                connection,
                new Sql("select id, source, type, code, state = 'complete' from fhir.indexing"
                        + " where source <> '' and state <> 'removing' order by id"),
                this::entry);
    }

    /** The SearchParameter resources with these ids. */
    List<Posting> postings(Connection connection, List<String> ids) throws SQLException {
        var sql = all().add(" and r.fid = any(?)", SqlArray.texts(ids));
        return Statements.list(connection, sql, this::posting);
    }

    /** Every SearchParameter resource. */
    List<Posting> postings(Connection connection) throws SQLException {
        return Statements.list(connection, all(), this::posting);
    }

    /** How far the indexing of a parameter has come. */
    Optional<Progress> progress(Connection connection, int id) throws SQLException {
        return Statements.first(
                connection,
                new Sql("select done, total from fhir.indexing where id = ?", id),
                row -> new Progress(row.getLong(1), row.getLong(2)));
    }

    /**
     * Puts new definitions in force.
     *
     * @return the number by which writes know them
     * @throws Outdated when those known to this node no longer were
     */
    long change(Connection connection, long known, Redefinition change, long now) throws SQLException {
        long number = next(connection, known);
        Statements.update(
                connection,
                new Sql(
                        "update fhir.indexing set state = 'removing', changed = ? where id = any(?)",
                        now,
                        SqlArray.ints(change.gone())));
        for (Redefinition.Defined added : change.added()) {
            SearchParam param = added.param();
            Statements.update(
                    connection,
                    new Sql(
                            ADD + " values (?, ?, ?, ?, 'waiting', ?)",
                            added.source(),
                            words.number(Kind.TYPE, param.resourceType()),
                            param.code(),
                            param.url(),
                            now));
        }
        return number;
    }

    /**
     * Has the rows of every type that has resources made anew, by this version of the extraction.
     *
     * @return how many types there are
     */
    int renew(Connection connection, long known, int extraction, long now) throws SQLException {
        next(connection, known);
        Statements.update(connection, new Sql("update fhir.definitions set extraction = ?", extraction));
        Statements.update(connection, new Sql("delete from fhir.indexing where source = ''"));
        return Statements.update(
                connection,
                new Sql(
                        ADD + " select '', w.id, '', '', 'waiting', ? from fhir.word w where w.kind = ?"
                                + " and exists (select from fhir.identity i where i.type = w.id)",
                        now,
                        Kind.TYPE.column()));
    }

    private static long next(Connection connection, long known) throws SQLException {
        int updated = Statements.update(
                connection,
                new Sql(
                        "update fhir.definitions set number = number + 1, revision = revision + 1 where number = ?",
                        known));
        if (updated == 0) {
            throw new Outdated();
        }
        return known + 1;
    }

    private Sql all() {
        return new Sql(
                "select " + Versions.COLUMNS + " from fhir.resource r where r.type = ?",
                words.number(Kind.TYPE, Posting.TYPE));
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt(1), row.getString(2), words.word(row.getInt(3)), row.getString(4), row.getBoolean(5));
    }

    private Posting posting(ResultSet row) throws SQLException {
        Version version = versions.read(row);
        return new Posting(version.key().id(), Optional.of(bodies.read(version.json())), Posting.TYPE);
    }
}
