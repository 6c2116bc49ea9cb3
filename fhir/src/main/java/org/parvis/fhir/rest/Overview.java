package org.parvis.fhir.rest;

import java.util.List;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.reindex.IndexingProgress;
import org.parvis.fhir.reindex.Reindexing;
import org.parvis.fhir.store.Census;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Store;

/** What the store holds and does, for the pages of those who look after it. */
public final class Overview {

    private final Store store;
    private final Reindexing reindexing;

    Overview(Store store, Reindexing reindexing) {
        this.store = store;
        this.reindexing = reindexing;
    }

    /** What this caller would find here. */
    public Census census(Caller caller) {
        return Census.of(store, caller.permit());
    }

    /** The latest changes that this caller may see, newest first. */
    public List<Change> latest(Caller caller, int limit) {
        return store.database()
                .read(connection ->
                        store.changes().latest(connection, limit, store.visibility(connection, caller.permit())));
    }

    /** The search parameters that were posted, and how far the indexing of what was here before has come. */
    public List<IndexingProgress> indexing() {
        return reindexing.overview();
    }
}
