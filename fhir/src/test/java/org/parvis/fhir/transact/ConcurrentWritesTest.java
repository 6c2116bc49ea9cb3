package org.parvis.fhir.transact;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.SearchLimits;
import org.parvis.fhir.search.Searcher;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.TestPostgres;
import org.parvis.fhir.store.Visibility;
import org.parvis.fhir.transact.Operation.Aim;

/** Many writers at once: nothing doubles, nothing is lost, nobody is refused without a reason. */
class ConcurrentWritesTest {

    private static final int WRITERS = 8;

    private static HikariDataSource database;
    private static Store store;
    private static Searcher searcher;
    private static Writer writer;

    @BeforeAll
    static void open() {
        var config = new HikariConfig();
        config.setDataSource(TestPostgres.database());
        config.setMaximumPoolSize(WRITERS + 2);
        database = new HikariDataSource(config);
        var settings = new Store.Settings(
                FhirContext.forR4Cached(),
                Limits.standard(),
                ZoneId.of("Europe/Paris"),
                Duration.ofSeconds(30),
                InstantSource.system());
        store = Store.open(database, SearchParams.r4(), settings);
        searcher = new Searcher(store, SearchLimits.DEFAULTS);
        writer = new Writer(store, searcher, true, Witness.NOBODY);
    }

    @AfterAll
    static void close() {
        writer.close();
        database.close();
    }

    private static ObjectNode patient(String id, String identifier) {
        var patient = JsonNodeFactory.instance.objectNode().put("resourceType", "Patient");
        if (!id.isEmpty()) {
            patient.put("id", id);
        }
        patient.putArray("identifier").addObject().put("system", "urn:s").put("value", identifier);
        return patient;
    }

    private static Operation update(String id, String identifier, OptionalInt ifMatch) {
        return new Operation.Update(
                "Patient", Optional.empty(), new Aim.Id("Patient", id), patient(id, identifier), ifMatch);
    }

    private static Operation relative(String patientId) {
        var relative = JsonNodeFactory.instance.objectNode().put("resourceType", "RelatedPerson");
        relative.putObject("patient").put("reference", "Patient/" + patientId);
        return new Operation.Create("RelatedPerson", Optional.empty(), "RelatedPerson", relative, Optional.empty());
    }

    private static boolean isRefused(Operation operation) {
        try {
            write(operation);
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    private static Done write(Operation... operations) {
        return writer.write(new Unit(List.of(operations), Caller.system(), Origin.here(), "http://parvis.test/fhir"))
                .getFirst();
    }

    private static Query byIdentifier(String value) {
        return searcher.parse(
                "Patient", List.of(new Parameter("identifier", "urn:s|" + value)), Optional.empty(), false);
    }

    private static <T> List<T> together(List<Callable<T>> works) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(works)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Test
    void createOnceWhatIsCreatedOnCondition() throws InterruptedException, ExecutionException {
        var works = new ArrayList<Callable<Done>>();
        for (int i = 0; i < WRITERS * 4; i++) {
            works.add(() -> write(new Operation.Create(
                    "Patient", Optional.empty(), "Patient", patient("", "only"), Optional.of(byIdentifier("only")))));
        }

        var done = together(works);

        assertThat(done).filteredOn(each -> each.kind() == Done.Kind.CREATED).hasSize(1);
        var page = searcher.page(byIdentifier("only"), Permit.everything(), "");
        assertThat(page.matches()).hasSize(1);
    }

    @Test
    void letOneOfManyWithTheSameIfMatchThrough() throws InterruptedException, ExecutionException {
        write(update("register", "0", OptionalInt.empty()));
        var works = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < WRITERS; i++) {
            String value = "writer-" + i;
            works.add(() -> {
                try {
                    write(update("register", value, OptionalInt.of(1)));
                    return true;
                } catch (Refusal refusal) {
                    assertThat(refusal.status()).isEqualTo(412);
                    return false;
                }
            });
        }

        assertThat(together(works)).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void letOthersReferToAResourceWhoseChangeIsRefused() throws InterruptedException, ExecutionException {
        int count = WRITERS * 4;
        for (int i = 0; i < count; i++) {
            write(update("kept-" + i, "kept", OptionalInt.empty()));
        }
        var works = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < count; i++) {
            String id = "kept-" + i;
            works.add(() -> isRefused(update(id, "stale", OptionalInt.of(99))));
            works.add(() -> isRefused(relative(id)));
        }

        assertThat(together(works)).filteredOn(refused -> !refused).hasSize(count);
    }

    @Test
    void countEveryUpdateOfOneResource() throws InterruptedException, ExecutionException {
        write(update("counter", "start", OptionalInt.empty()));
        var works = new ArrayList<Callable<Done>>();
        for (int i = 0; i < WRITERS * 4; i++) {
            String value = "v" + i;
            works.add(() -> write(update("counter", value, OptionalInt.empty())));
        }

        var numbers = together(works).stream()
                .map(done -> done.version().orElseThrow().number())
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().hasSize(WRITERS * 4);
    }

    @Test
    void neverLockEachOtherOutWhateverTheirOrder() throws InterruptedException, ExecutionException {
        var works = new ArrayList<Callable<Done>>();
        for (int i = 0; i < WRITERS * 2; i++) {
            String value = "round-" + i;
            Operation one = update("lock-a", value, OptionalInt.empty());
            Operation other = update("lock-b", value, OptionalInt.empty());
            boolean turned = i % 2 == 0;
            works.add(() -> turned ? write(other, one) : write(one, other));
        }

        assertThat(together(works)).hasSize(WRITERS * 2);
    }

    @Test
    void tellTheFeedEveryChangeOnceInOrder() throws InterruptedException, ExecutionException {
        Change.Position start = store.database().read(store.changes()::end);
        var works = new ArrayList<Callable<Done>>();
        for (int i = 0; i < 100; i++) {
            String value = "feed-" + i;
            works.add(() -> write(new Operation.Create(
                    "Patient", Optional.empty(), "Patient", patient("", value), Optional.empty())));
        }
        var written = together(works).stream()
                .map(done -> done.version().orElseThrow().key())
                .toList();

        var told = store.database()
                .read(connection -> store.changes()
                        .between(
                                connection,
                                start,
                                store.changes().end(connection),
                                Set.of(),
                                Visibility.everything(),
                                1000));

        assertThat(told).extracting(Change::key).containsExactlyInAnyOrderElementsOf(written);
        assertThat(told).extracting(Change::position).isSorted();
    }
}
