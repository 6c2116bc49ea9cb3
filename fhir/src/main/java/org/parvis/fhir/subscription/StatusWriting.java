package org.parvis.fhir.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.parvis.fhir.store.Ledger;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;

/** Makes the Subscription resource say where its subscription stands. */
final class StatusWriting {

    private final Store store;
    private final Authors authors;
    private final Subscribers subscribers;

    StatusWriting(Store store, Authors authors, Subscribers subscribers) {
        this.store = store;
        this.authors = authors;
        this.subscribers = subscribers;
    }

    /** Keeps a status, unless somebody has written the resource since: then what they wrote is looked at first. */
    void keep(Subscriber subscriber, Status status, Optional<String> error) {
        var key = new ResourceKey(SubscriptionResources.TYPE, subscriber.id());
        store.<Map<ResourceKey, Version>>write(ledger -> {
            ledger.lock(new TreeSet<>(List.of(key)));
            Optional<Version> current = ledger.current(key);
            if (current.isEmpty() || authors.latest(ledger.connection(), subscriber.rid()) != subscriber.definition()) {
                return Map.of();
            }
            subscribers.keep(ledger.connection(), subscriber, status);
            return write(ledger, current.get(), status, error);
        });
    }

    private static Map<ResourceKey, Version> write(
            Ledger ledger, Version current, Status status, Optional<String> error) throws SQLException {
        ObjectNode before = ledger.tree(current);
        ObjectNode after = before.deepCopy();
        SubscriptionResources.write(after, status, error);
        if (after.equals(before)) {
            return Map.of();
        }
        ledger.replace(current, after, Method.UPDATE);
        return ledger.write();
    }
}
