package org.parvis.fhir.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parvis.fhir.content.XmlBodies;
import org.parvis.fhir.feed.Feed;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Visibility;
import org.parvis.fhir.transact.Witness;

/** The door of topic subscriptions: they are served from the feed, and tell where they stand. */
public final class Subscriptions implements AutoCloseable {

    private static final String CURSOR = "subscriptions";

    private final Store store;
    private final Subscribers subscribers = new Subscribers();
    private final Authors authors;
    private final Inquiry inquiry;
    private final Delivery delivery;
    private final Matcher matcher;

    public Subscriptions(Store store, Searcher searcher, XmlBodies xml, SubscriptionSettings settings) {
        var events = new Events(store, subscribers);
        this.store = store;
        this.authors = new Authors(store);
        this.inquiry = new Inquiry(store, subscribers, events);
        var statuses = new StatusWriting(store, authors, subscribers);
        this.delivery = new Delivery(store, subscribers, events, statuses, xml, settings);
        this.matcher = new Matcher(
                store,
                subscribers,
                authors,
                new Definitions(store, authors, new SubscriptionResources(searcher, settings)),
                new Criteria(store, searcher),
                statuses,
                new Couriers(delivery));
    }

    /** Serves all subscriptions from this feed until it is closed; of several nodes, one does. */
    public void serve(Feed feed) {
        var _ = feed.consume(CURSOR, Set.of(), Position.START, matcher);
    }

    /** Keeps who writes each Subscription. */
    public Witness authors() {
        return authors;
    }

    /** Answers what subscribers ask. */
    public Inquiry inquiry() {
        return inquiry;
    }

    /** What each subscriber has and has not received, oldest subscription first. */
    public List<SubscriberState> overview() {
        return store.database().read(connection -> {
            var states = new ArrayList<SubscriberState>();
            for (Subscriber subscriber : subscribers.all(connection)) {
                states.add(state(connection, subscriber));
            }
            return states;
        });
    }

    private SubscriberState state(Connection connection, Subscriber subscriber) throws SQLException {
        var key = new ResourceKey(SubscriptionResources.TYPE, subscriber.id());
        var resource = store.versions()
                .current(connection, key, Visibility.everything())
                .map(store::tree);
        return new SubscriberState(
                subscriber.id(),
                resource.map(SubscriptionResources::criteria).orElse(""),
                resource.map(SubscriptionResources::endpoint).orElse(""),
                subscriber.status(),
                subscriber.events(),
                subscriber.received(),
                subscriber.contactAt(),
                subscriber.trouble());
    }

    /** Ends what is underway; close the feed first, so that nothing begins anew. */
    @Override
    public void close() {
        delivery.close();
    }
}
