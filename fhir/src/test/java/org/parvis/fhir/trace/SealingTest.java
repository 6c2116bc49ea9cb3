package org.parvis.fhir.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.TestPostgres;
import org.parvis.fhir.trace.Verdict.Broken;
import org.parvis.fhir.trace.Verdict.Damage;
import org.parvis.fhir.trace.Verdict.Sound;

/** Whoever changes the trace behind its triggers is found out, and told where. */
class SealingTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private static final ResourceKey ANA = new ResourceKey("Patient", "ana");
    private static final ResourceKey BOB = new ResourceKey("Patient", "bob");

    private DataSource database;
    private Store store;
    private Trace trace;

    @BeforeEach
    void open() throws SQLException {
        database = TestPostgres.database();
        store = Store.open(
                database,
                SearchParams.r4(),
                new Store.Settings(
                        FhirContext.forR4Cached(),
                        Limits.standard(),
                        ZoneId.of("Europe/Paris"),
                        Duration.ofSeconds(30),
                        InstantSource.system()));
        trace = Trace.open(store, TraceSettings.defaults());
        int type = store.words().number(Kind.TYPE, "Patient");
        outright(
                "insert into fhir.identity (type, fid, rid, patient) values (%1$d, 'ana', 101, 101), (%1$d, 'bob', 102, 102)"
                        .formatted(type));
    }

    @AfterEach
    void close() {
        trace.close();
    }

    private TraceId kept(String detail) {
        return trace.keep(Entry.of(
                        trace.now(),
                        Caller.program("lab", Optional.empty(), Permit.everything()),
                        Origin.at("10.0.0.1"),
                        Action.SEARCH,
                        Outcome.SUCCESS,
                        "Patient",
                        detail)
                .about(Set.of(ANA, BOB)));
    }

    /** What a database owner can do whom no trigger stops. */
    private void behindTheTriggers(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("reset session_replication_role");
        }
    }

    private void outright(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Nested
    class Verifying {
        @Test
        void findsAllAsItWasSealed() {
            kept("Patient?name=a");
            trace.seal();
            kept("Patient?name=b");
            kept("Patient?name=c");
            trace.seal();

            assertThat(trace.verify(Optional.of(today)))
                    .isInstanceOfSatisfying(
                            Sound.class, sound -> assertThat(sound.entries()).isEqualTo(3));
            assertThat(trace.verify(Optional.of(today.minusDays(1)))).isEqualTo(new Sound(0, 0, 0, ""));
        }

        @Test
        void namesTheFirstChangedEntry() throws SQLException {
            kept("Patient?name=a");
            TraceId changed = kept("Patient?name=b");
            kept("Patient?name=c");
            trace.seal();

            behindTheTriggers("update fhir.trace set detail = 'Patient?name=x' where id >= " + changed.number());

            assertThat(trace.verify(Optional.empty())).isEqualTo(new Broken(1, Optional.of(changed), Damage.CHANGED));
        }

        @Test
        void namesAnEntryThatWasTakenAway() throws SQLException {
            kept("Patient?name=a");
            TraceId gone = kept("Patient?name=b");
            trace.seal();

            behindTheTriggers("delete from fhir.trace where id = " + gone.number());

            assertThat(trace.verify(Optional.empty())).isEqualTo(new Broken(1, Optional.of(gone), Damage.TAKEN_AWAY));
        }

        @Test
        void namesAnEntryThatNoLongerStandsUnderItsPatient() throws SQLException {
            TraceId hidden = kept("Patient?name=a");
            trace.seal();

            behindTheTriggers("delete from fhir.trace_patient where patient = 102");

            assertThat(trace.verify(Optional.empty())).isEqualTo(new Broken(1, Optional.of(hidden), Damage.CHANGED));
        }

        @Test
        void namesAnEntryThatWasSlippedIn() throws SQLException {
            TraceId real = kept("Patient?name=a");
            trace.seal();

            behindTheTriggers(
                    "insert into fhir.trace (moment, id, patient, txid, epoch, caller, type, version, outcome,"
                            + " action, address, session, detail, resources) select moment, 7, patient, txid, epoch, caller, type,"
                            + " version, outcome, action, address, session, 'forged', resources from fhir.trace");

            assertThat(trace.verify(Optional.empty()))
                    .isEqualTo(new Broken(1, Optional.of(new TraceId(real.moment(), 7)), Damage.SLIPPED_IN));
        }

        @Test
        void namesAnEntryWhoseCallerWasRenamed() throws SQLException {
            TraceId first = kept("Patient?name=a");
            trace.seal();

            behindTheTriggers("update fhir.trace_caller set name = 'somebody else'");

            assertThat(trace.verify(Optional.empty())).isEqualTo(new Broken(1, Optional.of(first), Damage.CHANGED));
        }

        @Test
        void namesASealThatWasMadeAnew() throws SQLException {
            kept("Patient?name=a");
            trace.seal();
            kept("Patient?name=b");
            trace.seal();

            behindTheTriggers("update fhir.trace_seal set hash = sha256(hash) where number = 1");

            assertThat(trace.verify(Optional.empty())).isEqualTo(new Broken(1, Optional.empty(), Damage.CHANGED));
        }
    }

    @Nested
    class Sealing {
        @Test
        void leavesWhatIsNotYetSettledToTheNextSeal() throws SQLException {
            try (Connection open = database.getConnection()) {
                open.setAutoCommit(false);
                trace.keep(open, List.of(entryOf("still open")));
                kept("Patient?name=a");
                trace.seal();
                open.commit();
            }
            trace.seal();

            assertThat(trace.verify(Optional.empty()))
                    .isInstanceOfSatisfying(
                            Sound.class, sound -> assertThat(sound.entries()).isEqualTo(2));
        }

        private Entry entryOf(String detail) {
            return Entry.of(trace.now(), Caller.system(), Origin.here(), Action.EXPORT, Outcome.SUCCESS, "", detail);
        }
    }

    @Nested
    class Changing {
        @Test
        void isRefusedByTheDatabase() {
            kept("Patient?name=a");

            for (String table : List.of("trace", "trace_caller", "trace_patient", "trace_received", "trace_seal")) {
                assertThatThrownBy(() -> outright("delete from fhir." + table)).hasMessageContaining("never changed");
                assertThatThrownBy(() -> outright("truncate fhir." + table)).hasMessageContaining("never changed");
            }
            assertThatThrownBy(() -> outright("update fhir.trace set detail = ''"))
                    .hasMessageContaining("never changed");
        }
    }
}
