package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.index.Extraction;
import org.parvis.fhir.index.PostedParameters;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.DefinitionTable.Entry;
import org.parvis.fhir.store.Indexing.State;
import org.parvis.fhir.store.Redefinition.Defined;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the search parameters in force: R4's own, and what stored SearchParameters say of those that have been put down. */
final class DefinitionReader {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionReader.class);

    private final DefinitionTable table;
    private final SearchParams standard;
    private final Store.Settings settings;
    private final PostedParameters posted;

    DefinitionReader(DefinitionTable table, SearchParams standard, Store.Settings settings) {
        this.table = table;
        this.standard = standard;
        this.settings = settings;
        this.posted = new PostedParameters(settings.fhir());
    }

    /** @param known what this node knows; it is answered again when nothing has changed since */
    Indexing read(Connection connection, Optional<Indexing> known) throws SQLException {
        State state = table.state(connection);
        if (known.filter(before -> before.state().equals(state)).isPresent()) {
            return known.get();
        }
        List<PostedParam> params = params(connection);
        SearchParams searchable = standard;
        SearchParams indexed = standard;
        for (PostedParam param : params) {
            indexed = indexed.with(param.indexed());
            searchable = param.complete() ? searchable.with(param.searched()) : searchable;
        }
        SearchParams all = indexed;
        Extraction extraction = known.filter(before -> before.state().number() == state.number())
                .map(Indexing::extraction)
                .orElseGet(() -> Extraction.compile(all, settings.fhir(), settings.zone()));
        return new Indexing(state, params, searchable, extraction);
    }

    /** Judges SearchParameters that are about to be written. */
    Redefinition judge(Indexing inForce, List<Posting> postings) {
        return Redefinition.of(standard, inForce.posted(), postings, posted);
    }

    /** What of all stored SearchParameters is not put down yet, or no longer to be. */
    Redefinition sinceStored(Connection connection) throws SQLException {
        List<Entry> entries = table.entries(connection);
        List<Defined> wanted = readable(table.postings(connection));
        var gone = entries.stream()
                .filter(entry -> wanted.stream().noneMatch(entry::isOf))
                .map(Entry::id)
                .toList();
        var added = wanted.stream()
                .filter(defined -> entries.stream().noneMatch(entry -> entry.isOf(defined)))
                .toList();
        return new Redefinition(gone, added);
    }

    private List<PostedParam> params(Connection connection) throws SQLException {
        List<Entry> entries = table.entries(connection);
        if (entries.isEmpty()) {
            return List.of();
        }
        var sources = entries.stream().map(Entry::source).distinct().toList();
        var params = new ArrayList<PostedParam>();
        for (Defined defined : readable(table.postings(connection, sources))) {
            entries.stream()
                    .filter(entry -> entry.isOf(defined))
                    .forEach(entry ->
                            params.add(new PostedParam(entry.id(), entry.source(), defined.param(), entry.complete())));
        }
        return params;
    }

    // What an earlier release took may be more than this one can: the others must go on being searched.
    private List<Defined> readable(List<Posting> postings) {
        SearchParams known = standard;
        var readable = new ArrayList<Defined>();
        for (Posting posting : postings.stream().sorted(Posting.ORDER).toList()) {
            try {
                for (SearchParam param : posting.read(posted, known)) {
                    known = known.with(param);
                    readable.add(new Defined(posting.id(), param));
                }
            } catch (Refusal refusal) {
                LOG.error("{}/{} is left out of searches: {}", Posting.TYPE, posting.id(), refusal.getMessage());
            }
        }
        return readable;
    }
}
