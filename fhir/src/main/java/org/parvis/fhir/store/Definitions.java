package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parvis.fhir.index.Extraction;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.DefinitionTable.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search parameters in force, as this node knows them: R4's own and those that SearchParameter resources define.
 * Another node may change them; a write then notices at its end, a search at the next {@link #refresh}.
 */
public final class Definitions {

    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    private final Database database;
    private final DefinitionTable table;
    private final DefinitionReader reader;
    private final Store.Settings settings;
    private volatile Indexing now;

    private Definitions(Database database, DefinitionTable table, SearchParams standard, Store.Settings settings) {
        this.database = database;
        this.table = table;
        this.settings = settings;
        this.reader = new DefinitionReader(table, standard, settings);
        this.now = database.readConsistently(connection -> reader.read(connection, Optional.empty()));
    }

    /** Reads them, after what this release sees otherwise than the one before was put down to be indexed. */
    static Definitions open(Database database, DefinitionTable table, SearchParams standard, Store.Settings settings) {
        var definitions = new Definitions(database, table, standard, settings);
        while (!definitions.agreeWithStored()) {
            definitions.refresh();
        }
        return definitions;
    }

    /** Grows whenever what is taken from resources changes. */
    public long number() {
        return now.state().number();
    }

    /** The parameters that searches may use. */
    public SearchParams searchable() {
        return now.searchable();
    }

    /** Reads again what has changed since. */
    public void refresh() {
        Indexing known = now;
        learn(database.readConsistently(connection -> reader.read(connection, Optional.of(known))));
    }

    /** What to tell of a parameter that is posted, but that searches may not use yet. */
    public Optional<String> unfinished(String type, String code) {
        return now.posted().stream()
                .filter(posted -> !posted.complete()
                        && posted.param().resourceType().equals(type)
                        && posted.param().code().equals(code))
                .findFirst()
                .map(this::progress);
    }

    /** Takes from a resource of one type the values of these posted parameters, as far as they are still in force. */
    public Extraction extraction(Collection<Integer> posted) {
        return Extraction.compile(
                now.posted().stream()
                        .filter(param -> posted.contains(param.id()))
                        .map(PostedParam::indexed)
                        .toList(),
                settings.fhir(),
                settings.zone());
    }

    Indexing now() {
        return now;
    }

    /** Keeps others from changing them until the transaction ends, and answers with those in force. */
    Indexing lock(Connection connection) throws SQLException {
        table.lock(connection);
        learn(reader.read(connection, Optional.of(now)));
        return now;
    }

    /** Judges SearchParameters that are about to be written. */
    Redefinition judge(Indexing inForce, List<Posting> postings) {
        return reader.judge(inForce, postings);
    }

    /** Puts new definitions in force with the transaction, and answers with their number. */
    long change(Connection connection, Indexing inForce, Redefinition change, long micros) throws SQLException {
        return table.change(connection, inForce.state().number(), change, micros);
    }

    /** Refuses to write when another release makes other rows of a resource than this one would. */
    void requireOwnExtraction() {
        if (now.state().extraction() != Extraction.VERSION) {
            throw Refusal.of(
                    503,
                    IssueCode.TRANSIENT,
                    "Another release of Parvis indexes this database now: this node only reads.",
                    null);
        }
    }

    private synchronized void learn(Indexing read) {
        if (read.state().revision() >= now.state().revision()) {
            now = read;
        }
    }

    private boolean agreeWithStored() {
        return database.write(connection -> {
            Indexing inForce = lock(connection);
            long micros = settings.clock().millis() * 1000;
            if (inForce.state().extraction() != Extraction.VERSION) {
                int types = table.renew(connection, inForce.state().number(), Extraction.VERSION, micros);
                if (types > 0) {
                    LOG.info("This release indexes otherwise than the last: {} types are indexed anew", types);
                }
                return false;
            }
            Redefinition change = reader.sinceStored(connection);
            if (!change.isEmpty()) {
                table.change(connection, inForce.state().number(), change, micros);
            }
            return change.isEmpty();
        });
    }

    private String progress(PostedParam posted) {
        String name = posted.param().resourceType() + "." + posted.param().code();
        Optional<Progress> progress = database.read(connection -> table.progress(connection, posted.id()));
        return progress.filter(known -> known.total() > 0)
                .map(known -> "%s is being indexed: %s of about %s resources."
                        .formatted(name, spaced(known.done()), spaced(known.total())))
                .orElse(name + " is about to be indexed.");
    }

    private static String spaced(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}
