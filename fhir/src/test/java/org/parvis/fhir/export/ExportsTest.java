package org.parvis.fhir.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.TestPostgres;

class ExportsTest {

    private static final String BASE = "http://parvis.test/fhir";
    private static final long BETWEEN_LOOKS = 10_000_000;

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> ahead = new AtomicReference<>(Instant.EPOCH);
    private final ExportFixtures fixtures = ExportFixtures.open(
            TestPostgres.database(), () -> Instant.now().plusMillis(ahead.get().toEpochMilli()));

    private Exports open() {
        return fixtures.exports(new ExportSettings(folder, Duration.ofHours(1), 1, 10));
    }

    private static ExportOverview until(Exports exports, Predicate<ExportOverview> reached) {
        while (true) {
            var overview = exports.overview(1).getFirst();
            if (reached.test(overview)) {
                return overview;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    private static boolean isComplete(ExportOverview overview) {
        return overview.state() == JobState.COMPLETE;
    }

    @Test
    void tellWhoAskedAndHowFarItIs() {
        fixtures.create(10);
        try (var exports = open()) {
            String id = exports.start(ExportFixtures.kickoff("Location"));

            var overview = until(exports, ExportsTest::isComplete);

            assertThat(overview.id()).isEqualTo(id);
            assertThat(overview.requester()).isEqualTo("system");
            assertThat(overview.address()).isEqualTo(BASE + "/$export?_type=Location");
            assertThat(overview.resources()).isEqualTo(10);
            assertThat(overview.bytes()).isPositive();
            assertThat(overview.percent()).isEqualTo(100);
            assertThat(overview.expires().orElseThrow())
                    .isEqualTo(overview.endedAt().orElseThrow().plus(Duration.ofHours(1)));
        }
    }

    @Test
    void areTakenUpByTheNextServer() {
        fixtures.create(5_100);
        try (var exports = open()) {
            exports.start(ExportFixtures.kickoff("Location"));
        }

        try (var exports = open()) {
            assertThat(until(exports, ExportsTest::isComplete).resources()).isEqualTo(5_100);
        }
    }

    @Test
    void areClearedAwayWhenTheyExpire() {
        fixtures.create(1);
        try (var exports = open()) {
            exports.start(ExportFixtures.kickoff("Location"));
            until(exports, ExportsTest::isComplete);
        }
        ahead.set(Instant.EPOCH.plus(Duration.ofMinutes(61)));

        try (var exports = open()) {
            var overview = until(exports, each -> each.state() == JobState.EXPIRED);

            assertThat(folder.resolve(overview.id())).doesNotExist();
        }
    }

    @Test
    void thatFailSayWhy() {
        fixtures.create(1);
        var nowhere = new ExportSettings(Path.of("/dev/null/exports"), Duration.ofHours(1), 1, 10);
        try (var exports = fixtures.exports(nowhere)) {
            String id = exports.start(ExportFixtures.kickoff("Location"));

            var overview = until(exports, each -> each.state() == JobState.FAILED);

            assertThat(overview.error()).startsWith("The server failed. Quote ");
            assertThat(exports.status(id, Caller.system(), BASE)).isEqualTo(new ExportStatus.Failed(overview.error()));
        }
    }

    /** Whatever writers do meanwhile: an export and the next one, since its moment, hold everything together and nothing twice. */
    @Test
    void missNothingThatIsWrittenMeanwhile() throws InterruptedException {
        var writing = new AtomicBoolean(true);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor();
                var exports = open()) {
            for (int i = 0; i < 4; i++) {
                writers.execute(() -> {
                    while (writing.get()) {
                        fixtures.create(3);
                    }
                });
            }
            long total = 0;
            String since = "";
            for (int i = 0; i < 6; i++) {
                if (i == 5) {
                    writing.set(false);
                    writers.shutdown();
                    assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
                }
                var overview = export(exports, since);
                total += overview.resources();
                since = overview.moment().orElseThrow().toString();
            }

            assertThat(total).isEqualTo(stored());
        }
    }

    private static ExportOverview export(Exports exports, String since) {
        var plain = ExportFixtures.kickoff("Location");
        var parameters = new ArrayList<>(plain.parameters());
        parameters.add(new Parameter("_since", since));
        String id = exports.start(
                new Kickoff(plain.caller(), plain.address(), plain.base(), plain.level(), parameters, false, false));
        return until(exports, each -> each.id().equals(id) && isComplete(each));
    }

    private long stored() {
        return fixtures.store()
                .database()
                .read(connection -> Statements.one(
                        connection, new Sql("select count(*) from fhir.resource"), row -> row.getLong(1)));
    }
}
