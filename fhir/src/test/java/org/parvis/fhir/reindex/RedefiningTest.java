package org.parvis.fhir.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.fhir.reindex.Posted.birthPlace;
import static org.parvis.fhir.reindex.Posted.bornIn;
import static org.parvis.fhir.reindex.Posted.param;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.reindex.IndexingProgress.State;
import org.parvis.fhir.reindex.Piecework.Step;
import org.parvis.fhir.store.TestPostgres;

/** SearchParameters that are changed, switched off, taken away, or there when a node starts. */
class RedefiningTest {

    private static final String LIVES_IN = param("birth-place", "Patient", "string", "Patient.address.city");

    private DataSource database;
    private Tables tables;
    private Node node;

    @BeforeEach
    void open() {
        database = TestPostgres.database();
        tables = new Tables(database);
        node = new Node(database);
        node.put(bornIn("a", "Brest"), bornIn("b", "Nantes"));
        node.put(birthPlace());
        node.finish();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Nested
    class Starting {

        @Test
        void knowsTheParametersAtOnce() {
            try (var started = new Node(database)) {
                assertThat(started.find("Patient?birth-place=brest")).containsExactly("a");
                started.put(bornIn("c", "Brest"));
                assertThat(started.find("Patient?birth-place=brest")).containsExactlyInAnyOrder("a", "c");
            }
        }

        @Test
        void indexesWhatNobodyHasIndexed() throws SQLException {
            tables.execute("delete from fhir.indexing");

            try (var started = new Node(database)) {
                started.finish();

                assertThat(started.find("Patient?birth-place=brest")).containsExactly("a");
            }
        }
    }

    @Nested
    class Changing {

        @Test
        void indexesAnewByTheNewExpression() throws SQLException {
            node.put("""
                    {"resourceType":"Patient","id":"c","address":[{"city":"Brest"}]}""");

            node.put(LIVES_IN);
            assertThatThrownBy(() -> node.find("Patient?birth-place=brest")).isInstanceOf(Refusal.class);
            node.finish();

            assertThat(node.find("Patient?birth-place=brest")).containsExactly("c");
            assertThat(tables.rowsOf("Patient.birth-place")).isEqualTo(1);
        }

        @Test
        void leavesTheRowsAsTheyAreWhenTheMeaningStays() {
            node.put(birthPlace().replace("\"description\":\"birth-place\"", "\"description\":\"Town of birth\""));

            assertThat(node.find("Patient?birth-place=brest")).containsExactly("a");
            assertThat(node.step()).isEqualTo(Step.IDLE);
        }

        @Test
        void isRefusedWhenTheCodeIsTaken() {
            String same = birthPlace().replace("\"id\":\"birth-place\"", "\"id\":\"same\"");

            assertThatThrownBy(() -> node.put(same))
                    .hasMessage("The code birth-place of Patient already belongs to urn:example:birth-place.");
        }
    }

    @Nested
    class Retiring {

        @Test
        void endsTheSearchAndTakesOutTheRows() throws SQLException {
            node.put(birthPlace().replace("active", "retired"));

            assertThatThrownBy(() -> node.find("Patient?birth-place=brest"))
                    .hasMessage("Patient has no search parameter 'birth-place'.");
            node.finish();
            assertThat(tables.rowsOf("Patient.birth-place")).isZero();
            assertThat(node.overview()).isEmpty();
        }

        @Test
        void canBeTakenBack() {
            node.put(birthPlace().replace("active", "retired"));
            node.put(bornIn("c", "Brest"));
            node.put(bornIn("a", "Nantes"));

            node.put(birthPlace());
            node.finish();

            assertThat(node.find("Patient?birth-place=brest")).containsExactly("c");
            assertThat(node.find("Patient?birth-place=nantes")).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Nested
    class Deleting {

        @Test
        void endsTheSearchAndTakesOutTheRows() throws SQLException {
            node.delete("SearchParameter", "birth-place");

            assertThatThrownBy(() -> node.find("Patient?birth-place=brest"))
                    .hasMessage("Patient has no search parameter 'birth-place'.");
            node.finish();
            assertThat(tables.rowsOf("Patient.birth-place")).isZero();
        }

        @Test
        void stopsItsIndexing() throws SQLException {
            node.put(LIVES_IN.replace("birth-place", "lives-in"));
            node.step();

            node.delete("SearchParameter", "lives-in");
            node.finish();

            assertThat(node.overview()).extracting(IndexingProgress::parameter).containsExactly("Patient.birth-place");
        }

        @Test
        void leavesTheRowsUntilOtherNodesHaveNoticed() throws SQLException {
            try (var patient = new Node(database, new Pace(500, 1_000_000, Duration.ofHours(1)))) {
                patient.delete("SearchParameter", "birth-place");

                assertThat(patient.step()).isEqualTo(Step.WAITING);
                assertThat(tables.rowsOf("Patient.birth-place")).isEqualTo(2);
                assertThat(patient.overview())
                        .extracting(IndexingProgress::state)
                        .containsExactly(State.REMOVING);
            }
        }

        @Test
        void isRefusedWhileAnotherIsComposedOfIt() {
            node.put("""
                    {"resourceType":"SearchParameter","id":"born","url":"urn:example:born","name":"born","status":"active",
                     "description":"born","code":"born","base":["Patient"],"type":"composite","expression":"Patient",
                     "component":[{"definition":"http://hl7.org/fhir/SearchParameter/individual-gender","expression":"gender"},
                      {"definition":"urn:example:birth-place","expression":"extension('%s').value.city"}]}""".formatted(Posted.BIRTH_PLACE));

            assertThatThrownBy(() -> node.delete("SearchParameter", "birth-place"))
                    .hasMessage(
                            "SearchParameter/born is composed of urn:example:birth-place, which must stay as it is.");
        }
    }
}
