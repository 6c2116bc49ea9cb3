package org.parvis.fhir.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.content.Projection;
import org.parvis.fhir.content.Structures;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.SearchLimits;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;

/** A store to export from. */
record ExportFixtures(Store store, Searcher searcher) {

    private static final String BASE = "http://parvis.test/fhir";

    static ExportFixtures open(DataSource database, InstantSource clock) {
        var settings = new Store.Settings(
                FhirContext.forR4Cached(), Limits.standard(), ZoneId.of("Europe/Paris"), Duration.ofSeconds(30), clock);
        var store = Store.open(database, SearchParams.r4(), settings);
        return new ExportFixtures(store, new Searcher(store, SearchLimits.DEFAULTS));
    }

    Exports exports(ExportSettings settings) {
        return Exports.open(store, searcher, projection(), settings);
    }

    Contents contents() {
        return new Contents(store, searcher, projection());
    }

    private static Projection projection() {
        return new Projection(new Structures(FhirContext.forR4Cached()));
    }

    /** A request for all resources of this type. */
    static Kickoff kickoff(String type) {
        return new Kickoff(
                Caller.system(),
                BASE + "/$export?_type=" + type,
                BASE,
                new Kickoff.Level.WholeSystem(),
                List.of(new Parameter("_type", type)),
                false,
                false);
    }

    /** Creates this many Locations in one commit and answers with their JSON. */
    List<String> create(int count) {
        return store.write(ledger -> {
            var keys = new ArrayList<ResourceKey>();
            for (int i = 0; i < count; i++) {
                var key = new ResourceKey("Location", store.newId());
                ledger.announce(key);
                ledger.create(key, store.bodies().read(location(i)), Method.CREATE, Caller.system());
                keys.add(key);
            }
            var written = ledger.write();
            return keys.stream()
                    .map(key -> Optional.ofNullable(written.get(key)).orElseThrow())
                    .map(version -> new String(version.json(), UTF_8))
                    .toList();
        });
    }

    private static byte[] location(int number) {
        return "{\"resourceType\":\"Location\",\"name\":\"Salle %d\"}"
                .formatted(number)
                .getBytes(UTF_8);
    }
}
