package org.parvis.fhir.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;
import org.parvis.fhir.store.Visibility;

/** Reads what subscriptions ask for from the stored versions of their resources. */
final class Definitions {

    private final Store store;
    private final Authors authors;
    private final SubscriptionResources resources;

    Definitions(Store store, Authors authors, SubscriptionResources resources) {
        this.store = store;
        this.authors = authors;
        this.resources = resources;
    }

    /**
     * What a version of a Subscription asks for.
     *
     * @throws Refusal when this server cannot give it
     */
    Asked read(Connection connection, Subscriber subscriber) throws SQLException {
        Version version = version(connection, subscriber);
        Author author = authors.of(connection, subscriber.rid(), version.number())
                .orElseThrow(() -> Refusal.of(
                        403, IssueCode.FORBIDDEN, "Nobody is known to have asked for this subscription.", null));
        return new Asked(version.number(), resources.read(store.tree(version)), author);
    }

    private Version version(Connection connection, Subscriber subscriber) throws SQLException {
        var key = new ResourceKey(SubscriptionResources.TYPE, subscriber.id());
        return store.versions()
                .version(connection, key, subscriber.definition(), Visibility.everything())
                .orElseThrow(() -> Refusal.notFound("%s is not here.".formatted(key)));
    }
}
