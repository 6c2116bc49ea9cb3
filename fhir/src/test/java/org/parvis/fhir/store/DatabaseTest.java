package org.parvis.fhir.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

class DatabaseTest {

    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(TestPostgres.database(), Duration.ofMillis(200));
    }

    @Test
    void refusesStatementsThatTakeTooLong() {
        assertThatThrownBy(() -> database.read(connection ->
                        Statements.list(connection, new Sql("select pg_sleep(20)"), row -> row.getString(1))))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal.issues().getFirst().code()).isEqualTo(IssueCode.TIMEOUT);
                });
    }

    @Test
    void writesNothingWhenAnythingIsThrown() {
        assertThatThrownBy(() -> database.write(connection -> {
                    Statements.update(
                            connection, new Sql("insert into fhir.word (kind, word) values ('type', 'Half')"));
                    throw Refusal.notFound("Not today.");
                }))
                .isInstanceOf(Refusal.class);

        long kept = database.read(connection -> Statements.one(
                connection, new Sql("select count(*) from fhir.word where word = 'Half'"), row -> row.getLong(1)));
        assertThat(kept).isZero();
    }

    @Test
    void showsOneMomentToStatementsThatBelongTogether() {
        database.readConsistently(connection -> {
            long before = count(connection);
            database.write(other -> Statements.update(
                    other, new Sql("insert into fhir.word (kind, word) values ('type', 'Meanwhile')")));

            assertThat(count(connection)).isEqualTo(before);
            return before;
        });
    }

    private static long count(java.sql.Connection connection) throws java.sql.SQLException {
        return Statements.one(connection, new Sql("select count(*) from fhir.word"), row -> row.getLong(1));
    }
}
