package org.parvis.fhir.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.store.ResourceKey;

/** What was written down before a process ended is found by the next one, and by nobody while it lives. */
class JournalTest {

    private static final Line FIRST = line(1);
    private static final Line SECOND = line(2);

    @TempDir
    private Path place;

    private static Line line(long number) {
        return new Line(
                new TraceId(1_700_000_000_000_000L, number),
                new Asker("Docteur Durand", "Practitioner/durand", "chu", Purpose.CARE),
                "10.0.0.1",
                "",
                Action.SEARCH,
                Outcome.SUCCESS,
                "Observation",
                0,
                List.of(11L, 12L),
                List.of(101L),
                List.of(12L),
                Set.of(new ResourceKey("Patient", "léa")),
                "Observation?patient=léa");
    }

    private static List<Line> lines(Journal journal) {
        return journal.full().stream().flatMap(page -> page.lines().stream()).toList();
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> pages() throws IOException {
        try (var files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".ndjson")).toList();
        }
    }

    @Nested
    class APage {
        @Test
        void isFullOnceSomebodyAsksForIt() {
            try (var journal = new Journal(place)) {
                journal.write(List.of(FIRST));
                journal.write(List.of(SECOND));

                assertThat(lines(journal)).containsExactly(FIRST, SECOND);
            }
        }

        @Test
        void staysUntilItIsDiscarded() {
            try (var journal = new Journal(place)) {
                journal.write(List.of(FIRST));
                var page = journal.full().getFirst();
                journal.write(List.of(SECOND));

                journal.discard(page);

                assertThat(lines(journal)).containsExactly(SECOND);
            }
        }
    }

    @Nested
    class AnEndedProcess {
        @Test
        void leavesItsLinesToTheNextOne() {
            try (var ended = new Journal(place)) {
                ended.write(List.of(FIRST));
                ended.full();
                ended.write(List.of(SECOND));
            }

            try (var next = new Journal(place)) {
                assertThat(lines(next)).containsExactlyInAnyOrder(FIRST, SECOND);
            }
        }

        @Test
        void leavesNothingWhenAllIsInTheDatabase() throws IOException {
            try (var ended = new Journal(place)) {
                ended.write(List.of(FIRST));
                ended.full().forEach(ended::discard);
            }

            try (var left = Files.list(place)) {
                assertThat(left).isEmpty();
            }
        }

        @Test
        void losesOnlyTheLineThatItWasWriting() throws IOException {
            leave(FIRST, "{\"id\":{\"moment\":1,");

            try (var next = new Journal(place)) {
                assertThat(lines(next)).containsExactly(FIRST);
            }
        }

        @Test
        void leavesNoPageThatItHadNotBegun() throws IOException {
            Files.createFile(Files.createDirectories(place.resolve("killed")).resolve("1.ndjson"));

            try (var next = new Journal(place)) {
                assertThat(next.full()).isEmpty();
            }
            assertThat(pages()).isEmpty();
        }

        @Test
        void isNotTakenOverWhenAPageIsDamaged() throws IOException {
            leave(FIRST, "not a line\n");

            assertThatThrownBy(() -> new Journal(place))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(place.toString());
        }

        private void leave(Line line, String more) throws IOException {
            try (var ended = new Journal(place)) {
                ended.write(List.of(line));
            }
            for (Path page : pages()) {
                Files.write(page, more.getBytes(UTF_8), StandardOpenOption.APPEND);
            }
        }
    }

    @Nested
    class ALivingProcess {
        @Test
        void showsItsPagesToItsOwnerAlone() throws IOException {
            try (var living = new Journal(place)) {
                living.write(List.of(FIRST));

                try (var folders = Files.list(place)) {
                    assertThat(folders.map(JournalTest::permissions)).containsExactly("rwx------");
                }
            }
        }

        @Test
        void keepsItsLinesForItself() {
            try (var living = new Journal(place);
                    var other = new Journal(place)) {
                living.write(List.of(FIRST));

                assertThat(lines(other)).isEmpty();
                assertThat(lines(living)).containsExactly(FIRST);
            }
        }
    }

    @Nested
    class TheScribe {
        private final List<Line> database = new ArrayList<>();
        private boolean refuses = true;

        @Test
        void offersAgainWhatTheDatabaseDidNotTake() {
            try (var scribe = new Scribe(new Journal(place), this::keep)) {
                scribe.write(List.of(FIRST));
                assertThatThrownBy(scribe::settle).hasMessage("no database");

                refuses = false;
                scribe.write(List.of(SECOND));
                scribe.settle();
            }

            assertThat(database).containsExactly(FIRST, SECOND);
        }

        private synchronized void keep(List<Line> page) {
            if (refuses) {
                throw new IllegalStateException("no database");
            }
            database.addAll(page);
        }
    }
}
