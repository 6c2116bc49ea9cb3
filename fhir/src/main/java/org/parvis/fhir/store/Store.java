package org.parvis.fhir.store;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.index.Extraction;
import org.parvis.fhir.index.Indexed;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.index.Ucum;

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
    private final int epoch;
    private final Semaphore writing = new Semaphore(WRITERS);
    private volatile Indexing indexing;

    /**
     * How the store works.
     *
     * @param fhir the R4 model, shared since it is dear to make
     * @param zone in which dates without a zone are meant
     */
    public record Settings(
            FhirContext fhir, Limits limits, ZoneId zone, Duration statementTimeout, InstantSource clock) {}

    /** What is extracted from resources now; replaced whole when a custom parameter joins. */
    private record Indexing(SearchParams params, Extraction extraction, Subjects subjects) {}

    private Store(Database database, SearchParams params, Settings settings) {
        this.database = database;
        this.settings = settings;
        this.bodies = new JsonBodies(settings.limits());
        this.words = new Dictionary(database);
        this.identities = new Identities(words);
        this.versions = new Versions(words);
        this.epoch = database.write(connection -> Epochs.current(connection, micros()));
        this.changes = new Changes(words, epoch);
        this.rowIds = new RowIds(database);
        this.indexer = new Indexer(words, new TokenTexts(database), ucum);
        this.indexing = indexing(params);
    }

    /** Brings the schema up to date and opens the store. */
    public static Store open(DataSource source, SearchParams params, Settings settings) {
        return new Store(Database.open(source, settings.statementTimeout()), params, settings);
    }

    private Indexing indexing(SearchParams params) {
        return new Indexing(params, Extraction.compile(params, settings.fhir(), settings.zone()), new Subjects(params));
    }

    /** Plans and writes a group of changes in one database transaction. */
    public <T> T write(LedgerWork<T> work) {
        writing.acquireUninterruptibly();
        try {
            return database.write(connection -> work.with(new Ledger(this, connection, micros())));
        } finally {
            writing.release();
        }
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

    /** A secret key of this database, made at first use. */
    public byte[] secret(String name) {
        return database.write(connection -> Secrets.key(connection, name, new SecureRandom()));
    }

    /** The stored JSON as a tree of its own. */
    public ObjectNode tree(Version version) {
        return bodies.read(version.json());
    }

    /** Takes these parameters into account from now on, for what is written. */
    public void index(SearchParams params) {
        indexing = indexing(params);
    }

    public SearchParams params() {
        return indexing.params();
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

    int epoch() {
        return epoch;
    }

    RowIds rowIds() {
        return rowIds;
    }

    Indexer indexer() {
        return indexer;
    }

    Subjects subjects() {
        return indexing.subjects();
    }

    List<Indexed> valuesOf(ObjectNode resource) {
        return indexing.extraction().of(resource);
    }

    byte[] json(ObjectNode resource, ResourceKey key, int version, long updated) {
        return bodies.write(Bodies.of(resource, key, version, updated));
    }

    // Milliseconds are what lastUpdated shows, so nothing finer is kept.
    private long micros() {
        return settings.clock().millis() * 1000;
    }
}
