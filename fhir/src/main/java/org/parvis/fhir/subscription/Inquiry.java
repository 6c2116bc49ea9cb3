package org.parvis.fhir.subscription;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.feed.Trouble;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;

/** Answers where subscriptions stand and what they were told (the operations `$status` and `$events`). */
public final class Inquiry {

    /** Most events of one answer; what follows is asked for from the next number on. */
    private static final int MOST_EVENTS = 1000;

    private final Store store;
    private final Subscribers subscribers;
    private final Events events;

    Inquiry(Store store, Subscribers subscribers, Events events) {
        this.store = store;
        this.subscribers = subscribers;
        this.events = events;
    }

    /**
     * Numbers of events, both inclusive.
     *
     * @param payload how much of each is wanted; as the subscription says when absent
     */
    public record Wish(long since, long until, Optional<Payload> payload) {}

    /** The logical ids of all subscriptions that are served, oldest first. */
    public List<String> subscriptions(Connection connection) throws SQLException {
        return subscribers.all(connection).stream().map(Subscriber::id).toList();
    }

    /**
     * Where these subscriptions stand: a bundle of type searchset.
     *
     * @param wanted status codes; empty for all
     */
    public ObjectNode statuses(List<Version> subscriptions, Set<String> wanted, String base) {
        var found = subscriptions.stream()
                .map(this::standing)
                .filter(standing ->
                        wanted.isEmpty() || wanted.contains(standing.status().code()))
                .toList();
        var bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset").put("total", found.size());
        if (!found.isEmpty()) {
            ArrayNode entries = bundle.putArray("entry");
            found.forEach(standing -> addStatus(entries.addObject(), standing, base));
        }
        return bundle;
    }

    /** What a subscription was told, as far as the one who asks may see it: a notification bundle. */
    public ObjectNode events(Version subscription, Wish wish, Permit permit, String base) {
        Payload payload = wish.payload()
                .or(() -> SubscriptionResources.payload(store.tree(subscription)))
                .orElse(Payload.EMPTY);
        List<Event> told =
                events.read(subscription.place().rid(), wish.since(), wish.until(), MOST_EVENTS, permit, payload);
        return notification(NotificationType.QUERY_EVENT, standing(subscription), told, payload, base)
                .bundle(store.bodies());
    }

    private void addStatus(ObjectNode entry, Standing standing, String base) {
        String id = UUID.randomUUID().toString();
        entry.put("fullUrl", "urn:uuid:" + id);
        entry.set(
                "resource",
                notification(NotificationType.QUERY_STATUS, standing, List.of(), Payload.ID_ONLY, base)
                        .status(id));
        entry.putObject("search").put("mode", "match");
    }

    private Notification notification(
            NotificationType type, Standing standing, List<Event> told, Payload payload, String base) {
        return new Notification(
                type, standing, told, payload, base, store.settings().clock().instant());
    }

    // What was written a moment ago may not have been noticed yet: then the resource itself tells.
    private Standing standing(Version subscription) {
        ObjectNode resource = store.tree(subscription);
        Optional<Subscriber> subscriber = store.database()
                .read(connection ->
                        subscribers.find(connection, subscription.place().rid()));
        return new Standing(
                subscription.key().id(),
                Optional.of(SubscriptionResources.criteria(resource)),
                subscriber.map(Subscriber::status).orElseGet(() -> SubscriptionResources.status(resource)),
                subscriber.map(Subscriber::events).orElse(0L),
                subscriber
                        .flatMap(Subscriber::trouble)
                        .map(Trouble::error)
                        .or(() -> SubscriptionResources.error(resource)));
    }
}
