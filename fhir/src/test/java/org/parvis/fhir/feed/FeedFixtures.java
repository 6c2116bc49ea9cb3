package org.parvis.fhir.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.store.Ledger;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;

/** A store to feed from, and writers that can be held up before they commit. */
final class FeedFixtures {

    private FeedFixtures() {}

    static Store open(DataSource database) {
        return Store.open(
                database,
                SearchParams.r4(),
                new Store.Settings(
                        FhirContext.forR4Cached(),
                        Limits.standard(),
                        ZoneId.of("Europe/Paris"),
                        Duration.ofSeconds(30),
                        InstantSource.system()));
    }

    /** Creates or replaces these patients in one commit. */
    static void put(Store store, String... ids) {
        put(store, () -> {}, ids);
    }

    /** The same, doing something else between writing and committing. */
    static void put(Store store, Runnable beforeCommit, String... ids) {
        store.write(ledger -> {
            plan(store, ledger, ids);
            ledger.write();
            beforeCommit.run();
            return ids.length;
        });
    }

    private static void plan(Store store, Ledger ledger, String... ids) throws SQLException {
        var keys = Arrays.stream(ids).map(id -> new ResourceKey("Patient", id)).toList();
        ledger.lock(new TreeSet<>(keys));
        for (ResourceKey key : keys) {
            var resource = store.bodies()
                    .read("{\"resourceType\":\"Patient\",\"id\":\"%s\"}"
                            .formatted(key.id())
                            .getBytes(UTF_8));
            var current = ledger.current(key);
            if (current.isPresent()) {
                ledger.replace(current.get(), resource, Method.UPDATE);
            } else {
                ledger.announce(key);
                ledger.create(key, resource, Method.CREATE, Caller.system());
            }
        }
    }
}
