package org.parvis.fhir.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.fhir.reindex.Posted.birthPlace;
import static org.parvis.fhir.reindex.Posted.bornIn;
import static org.parvis.fhir.reindex.Posted.param;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.reindex.IndexingProgress.State;
import org.parvis.fhir.reindex.Piecework.Step;
import org.parvis.fhir.store.TestPostgres;

/** SearchParameters posted to a store that holds resources already. */
class PieceworkTest {

    private DataSource database;
    private Tables tables;
    private Node node;

    @BeforeEach
    void open() {
        database = TestPostgres.database();
        tables = new Tables(database);
        node = new Node(database);
    }

    @AfterEach
    void close() {
        node.close();
    }

    /** Stores patients p0, p1, … born in this town. */
    private void store(int patients, String town) {
        node.put(IntStream.range(0, patients)
                .mapToObj(i -> bornIn("p" + i, town))
                .toArray(String[]::new));
    }

    @Nested
    class Posting {

        @Test
        void findsWhatWasStoredBefore() {
            store(3, "Brest");

            node.put(birthPlace());
            node.finish();

            assertThat(node.find("Patient?birth-place=brest")).containsExactlyInAnyOrder("p0", "p1", "p2");
        }

        @Test
        void findsWhatWasWrittenWhileItWasIndexed() throws SQLException {
            store(3, "Brest");
            node.put(birthPlace());

            node.put(bornIn("new", "Brest"), bornIn("p0", "Nantes"), bornIn("p2", "Brest"));
            node.delete("Patient", "p1");
            node.finish();

            assertThat(node.find("Patient?birth-place=brest")).containsExactlyInAnyOrder("p2", "new");
            assertThat(node.find("Patient?birth-place=nantes")).containsExactly("p0");
            assertThat(tables.rowsOf("Patient.birth-place")).isEqualTo(3);
        }

        @Test
        void isRefusedInSearchesUntilAllIsIndexed() {
            store(5, "Brest");
            node.put(birthPlace());

            assertThatThrownBy(() -> node.find("Patient?birth-place=brest"))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.status()).isEqualTo(400);
                        assertThat(refusal.issues().getFirst().code()).isEqualTo(IssueCode.NOT_SUPPORTED);
                    })
                    .hasMessage("Patient.birth-place is about to be indexed.");
            node.step();
            node.step();
            assertThatThrownBy(() -> node.find("Patient?_sort=birth-place"))
                    .hasMessage("Patient.birth-place is being indexed: 2 of about 5 resources.");
            assertThatThrownBy(() -> node.find("Observation?subject.birth-place=brest"))
                    .hasMessage("Patient.birth-place is being indexed: 2 of about 5 resources.");
        }

        @Test
        void goesThroughTheResourcesOnceForSeveralParameters() {
            store(2, "Brest");

            node.put(birthPlace(), param("lives-in", "Patient", "string", "Patient.address.city"));
            node.step();
            node.step();

            assertThat(node.overview()).extracting(IndexingProgress::done).containsExactly(2L, 2L);
        }

        @Test
        void changesNothingWhereThisServerHasTheParameterAlready() {
            node.put("""
                    {"resourceType":"SearchParameter","id":"family","status":"active","type":"string","code":"family",
                     "url":"http://hl7.org/fhir/SearchParameter/individual-family","name":"family","description":"R4's",
                     "base":["Patient","Practitioner"],"expression":"Patient.name.family | Practitioner.name.family"}""");

            assertThat(node.overview()).isEmpty();
        }
    }

    @Nested
    class Progressing {

        @Test
        void isTold() {
            store(5, "Brest");
            node.put(birthPlace());

            node.step();
            node.step();
            node.step();

            assertThat(node.overview()).singleElement().satisfies(progress -> {
                assertThat(progress.parameter()).isEqualTo("Patient.birth-place");
                assertThat(progress.url()).isEqualTo("urn:example:birth-place");
                assertThat(progress.state()).isEqualTo(State.BUILDING);
                assertThat(progress.done()).isEqualTo(4);
                assertThat(progress.total()).isEqualTo(5);
                assertThat(progress.started()).isPresent();
                assertThat(progress.finished()).isEmpty();
            });
        }

        @Test
        void endsWithTheExactNumber() {
            store(3, "Brest");
            node.put(birthPlace());
            node.step();
            node.delete("Patient", "p0");

            node.finish();

            assertThat(node.overview()).singleElement().satisfies(progress -> {
                assertThat(progress.state()).isEqualTo(State.COMPLETE);
                assertThat(progress.done()).isEqualTo(2);
                assertThat(progress.total()).isEqualTo(2);
                assertThat(progress.finished()).isPresent();
            });
        }

        @Test
        void goesOnAfterAnInterruptionWhereItStopped() throws SQLException {
            store(5, "Brest");
            node.put(birthPlace());
            node.step();
            node.step();

            try (var reopened = new Node(database)) {
                assertThat(reopened.overview())
                        .extracting(IndexingProgress::done)
                        .containsExactly(2L);
                reopened.finish();

                assertThat(reopened.find("Patient?birth-place=brest")).hasSize(5);
                assertThat(reopened.overview())
                        .extracting(IndexingProgress::done)
                        .containsExactly(5L);
                assertThat(tables.rowsOf("Patient.birth-place")).isEqualTo(5);
            }
        }

        @Test
        void takesHugeResourcesOneByOne() {
            store(3, "Brest");
            node.put(birthPlace());

            try (var small = new Node(database, new Pace(500, 1, Duration.ZERO))) {
                small.step();
                small.step();

                assertThat(small.overview()).extracting(IndexingProgress::done).containsExactly(1L);
            }
        }

        @Test
        void isSharedByNodesThatTakeTurns() throws SQLException {
            store(6, "Brest");
            node.put(birthPlace());

            try (var other = new Node(database)) {
                node.step();
                other.step();
                node.step();
                other.finish();

                assertThat(node.step()).isEqualTo(Step.IDLE);
                assertThat(node.find("Patient?birth-place=brest")).hasSize(6);
                assertThat(tables.rowsOf("Patient.birth-place")).isEqualTo(6);
            }
        }

        @Test
        void waitsWhileAnotherNodeDoesAPiece() throws SQLException {
            store(1, "Brest");
            node.put(birthPlace());

            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_lock(" + Jobs.LOCK + ")");

                assertThat(node.step()).isEqualTo(Step.WAITING);
            }
            assertThat(node.step()).isEqualTo(Step.WORKED);
        }
    }

    @Nested
    class Failing {

        @Test
        void isNotedForADamagedResourceAndTheOthersGoOn() throws SQLException {
            store(3, "Brest");
            tables.execute("update fhir.resource set body = '\\x07' where fid = 'p1'");

            node.put(birthPlace());
            node.finish();

            assertThat(tables.rowsOf("Patient.birth-place")).isEqualTo(2);
            assertThat(node.overview()).singleElement().satisfies(progress -> {
                assertThat(progress.failed()).isEqualTo(1);
                assertThat(progress.note()).isEqualTo("Patient/p1: A stored body has the unknown form 7\n");
            });
        }

        @Test
        void isNotedForAValueThatTheDatabaseRefusesAndTheOthersGoOn() throws SQLException {
            node.put(bornIn("a", "Brest"), bornIn("b", "Atlantis"), bornIn("c", "Brest"));
            tables.execute("alter table fhir.ix_string add check (exact <> 'Atlantis')");

            node.put(birthPlace());
            node.finish();

            assertThat(node.find("Patient?birth-place=brest")).containsExactlyInAnyOrder("a", "c");
            assertThat(node.overview()).singleElement().satisfies(progress -> {
                assertThat(progress.done()).isEqualTo(2);
                assertThat(progress.failed()).isEqualTo(1);
                assertThat(progress.note()).startsWith("Patient/b: ").contains("ix_string");
            });
        }
    }
}
