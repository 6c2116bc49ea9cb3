package org.parvis.fhir.store;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.parvis.fhir.access.AccessRules;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.index.Ucum;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** The store opened on one database: the parts that reading, searching and writing share. */
public final class Store {

    /**
     * How many transactions write at the same time. A new word is kept by a connection beside the writer's own, so that
     * writers must never hold all of a pool; and more of them than this only wait for each other.
     */
    private static final int WRITERS = 6;

    private final Database database;
    private final JsonBodies bodies;
    private final Dictionary words;
    private final Identities identities;
    private final Versions versions;
    private final Changes changes;
    private final RowIds rowIds;
    private final Indexer indexer;
    private final Ucum ucum = new Ucum();
    private final Settings settings;
    private final Moments moments;
    private final int epoch;
    private final Semaphore writing = new Semaphore(WRITERS);
    private final Subjects subjects;
    private final AccessRules accessRules;
    private final Definitions definitions;

    /**
     * How the store works.
     *
     * @param fhir the R4 model, shared since it is dear to make
     * @param zone in which dates without a zone are meant
     */
    public record Settings(
            FhirContext fhir, Limits limits, ZoneId zone, Duration statementTimeout, InstantSource clock) {}

    private Store(Database database, SearchParams params, Settings settings) {
        this.database = database;
        this.settings = settings;
        this.bodies = new JsonBodies(settings.limits());
        this.words = new Dictionary(database);
        this.identities = new Identities(words);
        this.versions = new Versions(words);
        this.moments = new Moments(settings.clock());
        this.epoch = database.write(connection -> Epochs.current(connection, micros()));
        this.changes = new Changes(words, epoch);
        this.rowIds = new RowIds(database);
        this.indexer = new Indexer(words, new TokenTexts(database), ucum);
        this.subjects = new Subjects(params);
        this.accessRules = new AccessRules(settings.zone());
        this.definitions = Definitions.open(database, new DefinitionTable(words, versions, bodies), params, settings);
    }

    /** Brings the schema up to date and opens the store. */
    public static Store open(DataSource source, SearchParams params, Settings settings) {
        return new Store(Database.open(source, settings.statementTimeout()), params, settings);
    }

    /**
     * Plans and writes a group of changes in one database transaction.
     *
     * @throws Refusal 503, to be tried again, when the search parameters changed meanwhile
     */
    public <T> T write(LedgerWork<T> work) {
        definitions.requireOwnExtraction();
        writing.acquireUninterruptibly();
        long moment = moments.begin();
        try {
            return database.write(connection -> work.with(new Ledger(this, connection, moment)));
        } catch (Outdated e) {
            definitions.refresh();
            throw Refusal.of(
                    503, IssueCode.LOCK_ERROR, "The search parameters have just changed. Try again shortly.", null);
        } finally {
            moments.end(moment);
            writing.release();
        }
    }

    /** The present moment, once no write of this server can still add a version to its past: microseconds since 1970 UTC. */
    public long settledMoment() throws InterruptedException {
        return moments.settled();
    }

    /** Work on a ledger that may fail as SQL does. */
    @FunctionalInterface
    public interface LedgerWork<T> {
        T with(Ledger ledger) throws SQLException;
    }

    /** What this permit lets be seen now. */
    public Visibility visibility(Connection connection, Permit permit) throws SQLException {
        return Visibility.of(connection, permit, this);
    }

    /** A fresh logical id for a resource of any type. */
    public String newId() {
        return LogicalIds.of(rowIds.next());
    }

    /** A number that nothing else in this database has; later ones are greater. */
    public long newNumber() {
        return rowIds.next();
    }

    /** A secret key of this database, made at first use. */
    public byte[] secret(String name) {
        return database.write(connection -> Secrets.key(connection, name, new SecureRandom()));
    }

    /** The stored JSON as a tree of its own. */
    public ObjectNode tree(Version version) {
        return bodies.read(version.json());
    }

    /** The parameters that searches may use now. */
    public SearchParams params() {
        return definitions.searchable();
    }

    /** The search parameters in force. */
    public Definitions definitions() {
        return definitions;
    }

    /** Makes index rows anew. */
    public Reindexer reindexer() {
        return new Reindexer(this);
    }

    public Database database() {
        return database;
    }

    public Dictionary words() {
        return words;
    }

    public Identities identities() {
        return identities;
    }

    public Versions versions() {
        return versions;
    }

    public Changes changes() {
        return changes;
    }

    public JsonBodies bodies() {
        return bodies;
    }

    public Settings settings() {
        return settings;
    }

    /** Units brought to comparable ones. */
    public Ucum ucum() {
        return ucum;
    }

    /** The number of this life of the database cluster, whose transactions are counted anew in each. */
    public int epoch() {
        return epoch;
    }

    RowIds rowIds() {
        return rowIds;
    }

    Indexer indexer() {
        return indexer;
    }

    Subjects subjects() {
        return subjects;
    }

    AccessRules accessRules() {
        return accessRules;
    }

    byte[] json(ObjectNode resource, ResourceKey key, int version, long updated) {
        return bodies.write(Bodies.of(resource, key, version, updated));
    }

    /** Now, in microseconds since 1970 UTC. Milliseconds are what lastUpdated shows, so nothing finer is kept. */
    long micros() {
        return settings.clock().millis() * 1000;
    }
}
