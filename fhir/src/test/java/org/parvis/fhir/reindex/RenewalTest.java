package org.parvis.fhir.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.fhir.reindex.Posted.birthPlace;
import static org.parvis.fhir.reindex.Posted.bornIn;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.TestPostgres;

/** A release that takes other values from resources than the one that wrote them. */
class RenewalTest {

    private static final String HEIGHT = """
            {"resourceType":"Observation","id":"h","status":"final",
             "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]},"subject":{"reference":"Patient/a"},
             "code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]},"effectiveDateTime":"2024-01-01",
             "valueQuantity":{"value":170,"system":"http://unitsofmeasure.org","code":"cm"}}""";

    private DataSource database;
    private Tables tables;
    private Node node;

    /** Fills a store, then makes it one that another release filled, with rows of its own kind. */
    @BeforeEach
    void fillByAnotherRelease() throws SQLException {
        database = TestPostgres.database();
        tables = new Tables(database);
        try (var before = new Node(database)) {
            before.put(bornIn("a", "Brest"), bornIn("b", "Nantes"), bornIn("dead", "Brest"), HEIGHT);
            before.delete("Patient", "dead");
            before.put(birthPlace());
            before.finish();
        }
        tables.execute("update fhir.ix_token set code = 'other', param = 7, rid = rid");
        tables.execute("insert into fhir.ix_string select 0, rid, 1, 0, 'old', 'old' from fhir.identity");
        tables.execute("delete from fhir.ix_date");
        tables.execute("delete from fhir.ix_pair");
        tables.execute("update fhir.definitions set extraction = 0");
        node = new Node(database);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void makesEveryRowAnew() throws SQLException {
        node.finish();

        assertThat(node.find("Observation?code=http://loinc.org|8302-2&date=2024"))
                .containsExactly("h");
        assertThat(node.find("Observation?code-value-quantity=8302-2$170||cm")).containsExactly("h");
        assertThat(node.find("Patient?birth-place=brest")).containsExactly("a");
        assertThat(tables.number("select count(*) from fhir.ix_string where folded = 'old'"))
                .isZero();
        assertThat(tables.number("select count(*) from fhir.ix_token where code = 'other'"))
                .isZero();
    }

    @Test
    void putsResourcesUnderThePatientAndTheLabelsThatTheyHaveNow() throws SQLException {
        tables.execute("update fhir.resource set patient = 0, labels = 0 where fid = 'h'");
        tables.execute("update fhir.identity set patient = 0 where fid = 'h'");

        node.finish();

        assertThat(tables.number("select count(*) from fhir.resource r join fhir.identity i on i.rid = r.rid"
                        + " where r.fid = 'h' and r.labels <> 0 and r.patient = i.patient and r.patient ="
                        + " (select rid from fhir.identity where fid = 'a')"))
                .isOne();
        assertThat(node.find("Observation?code=http://loinc.org|8302-2")).containsExactly("h");
    }

    @Test
    void refusesNoSearchMeanwhile() {
        node.step();

        assertThat(node.find("Patient?birth-place=brest")).containsExactly("a");
        assertThat(node.overview())
                .filteredOn(IndexingProgress::isRenewal)
                .extracting(IndexingProgress::parameter)
                .containsExactlyInAnyOrder("Observation", "Patient", "SearchParameter");
    }

    @Test
    void goesOnAfterAnInterruption() {
        node.step();
        node.step();
        node.step();

        try (var reopened = new Node(database)) {
            reopened.finish();

            assertThat(reopened.find("Patient?birth-place=brest")).containsExactly("a");
            assertThat(reopened.find("Observation?date=2024")).containsExactly("h");
        }
    }

    @Test
    void takesAwayTheIndexesItNeeded() throws SQLException {
        node.finish();

        assertThat(tables.number("select count(*) from pg_class where relname like '%\\_renewal'"))
                .isZero();
    }

    @Test
    void keepsNodesOfTheOtherReleaseFromWriting() throws SQLException {
        tables.execute("update fhir.definitions set extraction = 99, number = number + 1, revision = revision + 1");

        assertThatThrownBy(() -> node.put(bornIn("c", "Brest")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(503))
                .hasMessage("Another release of Parvis indexes this database now: this node only reads.");
    }
}
