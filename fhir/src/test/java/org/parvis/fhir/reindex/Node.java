package org.parvis.fhir.reindex;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.reindex.Piecework.Step;
import org.parvis.fhir.search.Page;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.SearchLimits;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.Method;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.transact.Operation;
import org.parvis.fhir.transact.Operation.Aim;
import org.parvis.fhir.transact.Unit;
import org.parvis.fhir.transact.Witness;
import org.parvis.fhir.transact.Writer;

/** A server's node without its HTTP and without its indexing thread: a test takes the steps. */
final class Node implements AutoCloseable {

    private static final String BASE = "http://parvis.test/fhir";

    private final Store store;
    private final Searcher searcher;
    private final Writer writer;
    private final Piecework piecework;

    /** Opens a node that indexes two resources at a time. */
    Node(DataSource database) {
        this(database, new Pace(2, 1_000_000, Duration.ZERO));
    }

    Node(DataSource database, Pace pace) {
        var settings = new Store.Settings(
                FhirContext.forR4Cached(),
                Limits.standard(),
                ZoneId.of("Europe/Paris"),
                Duration.ofSeconds(30),
                InstantSource.system());
        store = Store.open(database, SearchParams.r4(), settings);
        searcher = new Searcher(store, SearchLimits.DEFAULTS);
        writer = new Writer(store, searcher, true, Witness.NOBODY);
        piecework = new Piecework(store, pace);
    }

    Store store() {
        return store;
    }

    /** Creates or replaces resources, each with its id, in one commit. */
    void put(String... resources) {
        write(List.of(resources).stream().map(this::update).toList());
    }

    /** Creates a resource and does something else between writing and committing it. */
    void put(String resource, Runnable beforeCommit) {
        ObjectNode tree = tree(resource);
        var key = new ResourceKey(
                tree.path("resourceType").asText(), tree.path("id").asText());
        store.write(ledger -> {
            ledger.announce(key);
            ledger.create(key, tree, Method.CREATE, Caller.system());
            ledger.write();
            beforeCommit.run();
            return key;
        });
    }

    void delete(String type, String id) {
        write(List.of(new Operation.Delete(type, new Aim.Id(type, id), OptionalInt.empty())));
    }

    void write(List<Operation> operations) {
        writer.write(new Unit(operations, Caller.system(), Origin.here(), BASE));
    }

    /** The creation of a resource that a bundle's entry names by a `fullUrl`. */
    Operation create(String fullUrl, String resource) {
        ObjectNode tree = tree(resource);
        String type = tree.path("resourceType").asText();
        return new Operation.Create("Bundle.entry", Optional.of(fullUrl), type, tree, Optional.empty());
    }

    /** The ids of what is found by `Type?name=value`, includes last. */
    List<String> find(String address) {
        int mark = address.indexOf('?');
        var query = searcher.parse(
                address.substring(0, mark), Parameter.parse(address.substring(mark + 1)), Optional.empty(), false);
        Page page = searcher.page(query, Permit.everything(), BASE);
        return Stream.concat(page.matches().stream(), page.included().stream())
                .map(version -> version.key().id())
                .toList();
    }

    Step step() {
        return piecework.step();
    }

    /** Goes on until nothing is left to do. */
    void finish() {
        Step step = step();
        while (step != Step.IDLE) {
            step = step();
        }
    }

    List<IndexingProgress> overview() {
        return store.database().read(new Jobs(store.words())::overview);
    }

    @Override
    public void close() {
        writer.close();
    }

    private Operation update(String resource) {
        ObjectNode tree = tree(resource);
        String type = tree.path("resourceType").asText();
        var aim = new Aim.Id(type, tree.path("id").asText());
        return new Operation.Update(type, Optional.empty(), aim, tree, OptionalInt.empty());
    }

    private ObjectNode tree(String resource) {
        return store.bodies().read(resource.getBytes(UTF_8));
    }
}
