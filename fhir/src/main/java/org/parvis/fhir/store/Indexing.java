package org.parvis.fhir.store;

import java.util.List;
import org.parvis.fhir.index.Extraction;
import org.parvis.fhir.index.SearchParams;

/**
 * The search parameters in force at one moment, as one node knows them.
 *
 * @param state what tells them from those of another moment
 * @param posted those defined by SearchParameter resources, searchable or not yet
 * @param searchable those that searches may use
 * @param extraction takes all of them from a resource
 */
record Indexing(State state, List<PostedParam> posted, SearchParams searchable, Extraction extraction) {

    Indexing {
        posted = List.copyOf(posted);
    }

    /**
     * The row of fhir.definitions.
     *
     * @param number grows when what is taken from resources changes
     * @param revision grows with the number, and when a parameter becomes searchable
     * @param extraction {@link Extraction#VERSION} of the release that makes the rows
     */
    record State(long number, long revision, int extraction) {}
}
