package org.parvis.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.store.TestPostgres;

/** The database dies while it commits: what is not in the trace was not done, and what was shown is in the trace. */
class KilledCommitTest {

    private DataSource database;
    private FhirEndpoint endpoint;
    private FhirClient client;

    @BeforeEach
    void open() {
        database = TestPostgres.database();
        endpoint = FhirEndpoint.open(FhirSettings.defaults(), database);
        client = new FhirClient(endpoint, Caller.system(), Origin.at("10.1.2.3"));
        client.put("Patient/ana", Resources.patient("ana", "Petit"));
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    /** From now on, the session that keeps such an entry is killed at its commit. */
    private void killAtCommitOf(String action) throws SQLException {
        run("""
                create function kill_me() returns trigger language plpgsql as $$
                begin
                  perform pg_terminate_backend(pg_backend_pid());
                  return null;
                end $$""");
        run("""
                create constraint trigger killed after insert on fhir.trace deferrable initially deferred
                for each row when (new.action = '%s') execute function kill_me()""".formatted(action));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int entries(String criteria) {
        return client.get("AuditEvent?date=ge2020-01-01&" + criteria)
                .json()
                .path("entry")
                .size();
    }

    @Test
    void leavesNeitherChangeNorEntry() throws SQLException {
        killAtCommitOf("c");

        var answer = client.put("Patient/bob", Resources.patient("bob", "Petit"));

        assertThat(answer.status()).isEqualTo(503);
        run("drop trigger killed on fhir.trace");
        assertThat(client.get("Patient/bob").status()).isEqualTo(404);
        assertThat(entries("action=C")).isEqualTo(1);
    }

    @Test
    void keepsTheEntryOfWhatWasShown() throws SQLException {
        killAtCommitOf("r");

        var answer = client.get("Patient/ana");

        assertThat(answer.status()).isEqualTo(200);
        run("drop trigger killed on fhir.trace");
        assertThat(entries("subtype=read&outcome=0")).isEqualTo(1);
    }
}
