package org.parvis.fhir.rest;

import java.util.List;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.export.ExportOverview;
import org.parvis.fhir.export.Exports;
import org.parvis.fhir.reindex.IndexingProgress;
import org.parvis.fhir.reindex.Reindexing;
import org.parvis.fhir.store.Census;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.subscription.SubscriberState;
import org.parvis.fhir.subscription.Subscriptions;

/** What the store holds and does, for the pages of those who look after it. */
public final class Overview {

    private final Store store;
    private final Reindexing reindexing;
    private final Exports exports;
    private final Subscriptions subscriptions;

    Overview(Store store, Reindexing reindexing, Exports exports, Subscriptions subscriptions) {
        this.store = store;
        this.reindexing = reindexing;
        this.exports = exports;
        this.subscriptions = subscriptions;
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

    /** The exports asked for last, at most this many, newest first. */
    public List<ExportOverview> exports(int most) {
        return exports.overview(most);
    }

    /** What each subscriber has and has not received. */
    public List<SubscriberState> subscribers() {
        return subscriptions.overview();
    }
}
