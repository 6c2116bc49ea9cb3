package org.parvis.fhir.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.store.TestPostgres;

class JobRunTest {

    /** Two slices. */
    private static final int RESOURCES = 5_100;

    @TempDir
    private Path folder;

    private final ExportFixtures fixtures = ExportFixtures.open(TestPostgres.database(), InstantSource.system());
    private final Jobs jobs = new Jobs(fixtures.store().database());

    private List<String> created = List.of();

    @BeforeEach
    void fill() {
        created = fixtures.create(RESOURCES);
        var request =
                new RequestReader(fixtures.store(), fixtures.searcher(), ExportFixtures.kickoff("Location")).read();
        jobs.add("job", request, 1);
    }

    private JobRun run(BooleanSupplier interrupted) {
        return new JobRun(
                fixtures.store(),
                jobs,
                fixtures.contents(),
                new ExportFolder(folder),
                Duration.ofHours(1),
                interrupted);
    }

    /** Interrupts before the step of this number, counted from 0. */
    private static BooleanSupplier before(int step) {
        var steps = new AtomicInteger();
        return () -> steps.getAndIncrement() >= step;
    }

    private Job job() {
        return jobs.find("job").orElseThrow();
    }

    private Path file() {
        return folder.resolve("job").resolve("Location-0.ndjson");
    }

    @Test
    void writesEachResourceOnce() throws IOException, InterruptedException {
        run(() -> false).run(job());

        assertThat(job().state()).isEqualTo(JobState.COMPLETE);
        assertThat(Files.readAllLines(file())).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void goesOnWhereACrashInterruptedIt() throws IOException, InterruptedException {
        run(before(1)).run(job());
        long safe = jobs.files("job").getFirst().bytes();
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
        assertThat(Files.size(file())).isEqualTo(safe).isPositive();

        // What was written but not remembered, half a line at its end.
        Files.writeString(file(), created.getFirst() + "\n{\"resourceType\":\"Loc", StandardOpenOption.APPEND);
        run(() -> false).run(job());

        assertThat(job().state()).isEqualTo(JobState.COMPLETE);
        assertThat(Files.readAllLines(file())).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void leavesOutWhatIsWrittenMeanwhile() throws IOException, InterruptedException {
        run(before(1)).run(job());
        fixtures.create(10);

        run(() -> false).run(job());

        assertThat(Files.readAllLines(file(), UTF_8)).hasSize(RESOURCES);
    }

    @Test
    void endsAndClearsAwayOnceNobodyWantsIt() throws IOException, InterruptedException {
        run(before(1)).run(job());
        jobs.cancel("job", 2);

        run(() -> false).run(job());

        assertThat(job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(folder.resolve("job")).doesNotExist();
    }

    @Test
    void doesNotGoOnBehindAFileThatWasLost() throws IOException, InterruptedException {
        run(before(1)).run(job());
        Files.delete(file());

        assertThat(catchThrowable(() -> run(() -> false).run(job())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is shorter than");
    }
}
