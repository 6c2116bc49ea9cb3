package org.parvis.fhir.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.TestPostgres;
import org.parvis.fhir.trace.TraceQuery.Span;
import org.parvis.fhir.trace.Verdict.Broken;
import org.parvis.fhir.trace.Verdict.Damage;
import org.parvis.fhir.trace.Verdict.Sound;

/** What was kept as long as it must be goes, and its seals tell that it was there. */
class RetirementTest {

    private static final Instant LONG_AGO = Instant.parse("2014-05-12T08:00:00Z");
    private static final LocalDate LATER = LocalDate.parse("2016-01-01");

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private DataSource database;

    @BeforeEach
    void keepTwoOfLongAgo() throws SQLException {
        database = TestPostgres.database();
        try (var trace = trace(InstantSource.fixed(LONG_AGO))) {
            keep(trace, "first");
            trace.seal();
            keep(trace, "second");
            trace.seal();
        }
    }

    private Trace trace(InstantSource clock) {
        var store = Store.open(
                database,
                SearchParams.r4(),
                new Store.Settings(
                        FhirContext.forR4Cached(),
                        Limits.standard(),
                        ZoneId.of("Europe/Paris"),
                        Duration.ofSeconds(30),
                        clock));
        return Trace.open(store, new TraceSettings(true, folder));
    }

    private static void keep(Trace trace, String detail) {
        var lab = Caller.program("lab", Optional.empty(), Permit.everything());
        trace.keep(
                Entry.of(trace.now(), lab, Origin.at("10.0.0.1"), Action.SEARCH, Outcome.SUCCESS, "Patient", detail));
    }

    private void behindTheTriggers(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
            statement.execute("reset session_replication_role");
        }
    }

    @Nested
    class Retiring {
        @Test
        void takesTheEntriesOfOldSealsAndLeavesTheChain() {
            try (var trace = trace(InstantSource.system())) {
                keep(trace, "lately");
                trace.seal();

                assertThat(trace.retire(LATER)).isTrue();
                assertThat(trace.retire(LATER)).isFalse();

                assertThat(trace.search(TraceQuery.in(Span.always(), 10), Caller.system()))
                        .extracting(Traced::detail)
                        .containsExactly("lately");
                assertThat(trace.verify(Optional.empty())).isInstanceOfSatisfying(Sound.class, sound -> {
                    assertThat(sound.entries()).isEqualTo(1);
                    assertThat(sound.retired()).isEqualTo(2);
                });
            }
        }

        @Test
        void leavesWhatIsYoungerThanAYearWhateverIsAsked() {
            try (var trace = trace(InstantSource.system())) {
                keep(trace, "lately");
                trace.seal();

                trace.retire(today.plusDays(1));

                assertThat(trace.search(TraceQuery.in(Span.always(), 10), Caller.system()))
                        .hasSize(1);
            }
        }

        @Test
        void findsOutWhoeverCallsATheftARetirement() throws SQLException {
            try (var trace = trace(InstantSource.system())) {
                keep(trace, "lately");
                trace.seal();

                behindTheTriggers("insert into fhir.trace_retired select number, day, made from fhir.trace_seal");
                behindTheTriggers("delete from fhir.trace");

                assertThat(trace.verify(Optional.of(today)))
                        .isInstanceOfSatisfying(
                                Broken.class,
                                broken -> assertThat(broken.damage()).isEqualTo(Damage.TAKEN_AWAY));
            }
        }
    }
}
