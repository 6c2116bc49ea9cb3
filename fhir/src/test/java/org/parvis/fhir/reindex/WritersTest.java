package org.parvis.fhir.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.fhir.reindex.Posted.birthPlace;
import static org.parvis.fhir.reindex.Posted.bornIn;
import static org.parvis.fhir.reindex.Posted.param;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.reindex.Piecework.Step;
import org.parvis.fhir.store.TestPostgres;

/** Those who write while indexing goes on, on this node and on others, leave each resource with its rows, once. */
class WritersTest {

    private static final int PATIENTS = 60;

    private HikariDataSource database;
    private Tables tables;
    private Node node;
    private Node other;

    @BeforeEach
    void open() {
        var config = new HikariConfig();
        config.setDataSource(TestPostgres.database());
        config.setMaximumPoolSize(20);
        database = new HikariDataSource(config);
        tables = new Tables(database);
        node = new Node(database);
        other = new Node(database);
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
        database.close();
    }

    @Test
    void updateAllResourcesAtTheSameTime() throws SQLException, InterruptedException, ExecutionException {
        IntStream.range(0, PATIENTS).forEach(i -> node.put(bornIn("p" + i, "Brest")));
        node.put(birthPlace());
        var works = new ArrayList<Callable<Boolean>>();
        for (int writer = 0; writer < 4; writer++) {
            Node through = writer % 2 == 0 ? node : other;
            String town = "Town" + writer;
            works.add(() -> {
                IntStream.range(0, PATIENTS).forEach(i -> through.put(bornIn("p" + i, town)));
                return true;
            });
        }
        works.add(() -> {
            node.finish();
            return true;
        });

        together(works);

        other.step();
        var found = IntStream.range(0, 4)
                .mapToObj(writer -> other.find("Patient?birth-place=town" + writer + "&_count=1000"))
                .flatMap(List::stream)
                .toList();
        assertThat(found).hasSize(PATIENTS).doesNotHaveDuplicates();
        assertThat(tables.rowsOf("Patient.birth-place")).isEqualTo(PATIENTS);
    }

    @Test
    void noticeAtTheirFirstWriteWhatAnotherNodeDefined() {
        node.put(birthPlace());
        node.finish();

        other.put(bornIn("late", "Brest"));

        assertThat(node.find("Patient?birth-place=brest")).containsExactly("late");
    }

    @Test
    void defineManyParametersAtTheSameTime() throws InterruptedException, ExecutionException {
        var works = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 16; i++) {
            Node through = i % 2 == 0 ? node : other;
            String posted = param("param-" + i, "Patient", "string", "Patient.name.text");
            works.add(() -> {
                through.put(posted);
                return true;
            });
        }

        together(works);
        node.finish();

        assertThat(node.overview()).hasSize(16).noneMatch(IndexingProgress::isOpen);
    }

    @Test
    void keepTheLinksOfABundleThatIsTriedAgain() {
        node.put(birthPlace());

        other.write(List.of(
                other.create("urn:uuid:1", bornIn("", "Brest").replace("\"id\":\"\",", "")),
                other.create("urn:uuid:2", """
                        {"resourceType":"Observation","status":"final","code":{"text":"Taille"},
                         "subject":{"reference":"urn:uuid:1"}}""")));
        node.finish();

        assertThat(node.find("Observation?patient.birth-place=brest")).hasSize(1);
    }

    @Test
    void areWaitedForWhenTheyBeganByOlderDefinitions() throws InterruptedException {
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> other.put(bornIn("slow", "Brest"), () -> {
                    written.countDown();
                    await(commit);
                }));
        written.await();

        node.put(birthPlace());
        Step early = node.step();
        commit.countDown();
        slow.join();
        node.finish();

        assertThat(early).isEqualTo(Step.WAITING);
        assertThat(node.find("Patient?birth-place=brest")).containsExactly("slow");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void together(List<Callable<Boolean>> works) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> result : threads.invokeAll(works)) {
                result.get();
            }
        }
    }
}
