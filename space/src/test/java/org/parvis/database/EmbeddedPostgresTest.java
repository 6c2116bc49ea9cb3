package org.parvis.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Real processes, one cluster: each test finds what the one before left, as a server does. */
class EmbeddedPostgresTest {

    private static final int CONNECTIONS = 4;

    private static final TestFolder FOLDER = TestFolder.fresh();

    @BeforeAll
    static void makeATable() throws SQLException {
        try (var postgres = start()) {
            run(postgres, "create table visit(reason text)");
        }
    }

    @AfterAll
    static void deleteFolder() {
        FOLDER.delete();
    }

    @Nested
    class Starting {
        @Test
        void findsWhatWasCommittedBefore() throws SQLException {
            try (var postgres = start()) {
                run(postgres, "insert into visit values ('before')");
            }

            try (var postgres = start()) {
                assertThat(visits(postgres, "before")).isEqualTo(1);
            }
        }

        @Test
        void waitsForTheDiskAtEachCommit() throws SQLException {
            try (var postgres = start();
                    var connection = postgres.address().connect()) {
                assertThat(DatabaseFacts.of(connection).durable()).isTrue();
            }
        }

        @Test
        void keepsThePasswordFromOtherAccounts() throws IOException {
            start().close();

            assertThat(Files.getPosixFilePermissions(FOLDER.path().resolve("password")))
                    .map(Enum::name)
                    .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        }

        @Test
        void isRefusedWhileAnotherParvisUsesTheFolder() {
            try (var first = start()) {
                assertThatThrownBy(EmbeddedPostgresTest::start)
                        .isInstanceOf(DatabaseRefused.class)
                        .hasMessageStartingWith("Another Parvis already uses");
                assertThat(first.address().url()).startsWith("jdbc:postgresql://127.0.0.1:");
            }
        }

        @Test
        void leavesAloneAStrangerWhoNowHasTheOldServersPid() throws IOException, SQLException {
            start().close();
            var self = ProcessHandle.current();
            Files.writeString(
                    cluster().resolve("postmaster.pid"),
                    "%d%n%s%n1%n5432%n%n127.0.0.1%n".formatted(self.pid(), cluster()));

            try (var postgres = start()) {
                assertThat(visits(postgres, "nobody")).isZero();
                assertThat(self.isAlive()).isTrue();
            }
        }
    }

    @Nested
    class AfterParvisWasKilled {
        @Test
        void adoptsTheServerThatStillRuns() throws Exception {
            var left = abandoned();

            try (var postgres = start()) {
                assertThat(Postmaster.of(cluster())).contains(left);
                assertThat(visits(postgres, "killed")).isEqualTo(1);
            }

            assertThat(left.runs()).isFalse();
        }

        @Test
        void replacesAServerThatWasStartedWithOtherSettings() throws Exception {
            var left = abandoned();

            try (var postgres = EmbeddedPostgres.start(FOLDER.path(), CONNECTIONS + 1)) {
                assertThat(left.runs()).isFalse();
                assertThat(visits(postgres, "nobody")).isZero();
            }
        }

        /** A Parvis of its own process, killed with no chance to stop its server. */
        private static Postmaster abandoned() throws Exception {
            var parvis = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledParvis.class.getName(),
                            FOLDER.path().toString(),
                            Integer.toString(CONNECTIONS))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var words = parvis.inputReader(UTF_8)) {
                assertThat(words.readLine()).isEqualTo("ready");
            }
            parvis.destroyForcibly().waitFor();
            return Postmaster.of(cluster()).orElseThrow();
        }
    }

    @Nested
    class AfterPostgresWasKilled {
        @Test
        void startsItAgainAtTheSameAddressWithEveryCommittedRow() throws Exception {
            try (var postgres = start()) {
                run(postgres, "delete from visit where reason = 'acknowledged'");
                run(postgres, "insert into visit values ('acknowledged')");
                var address = postgres.address();
                var killed = Postmaster.of(cluster()).orElseThrow();

                ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

                awaitAnswer(address);
                assertThat(postgres.address()).isEqualTo(address);
                assertThat(visits(postgres, "acknowledged")).isEqualTo(1);
            }
        }
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(FOLDER.path(), CONNECTIONS);
    }

    private static Path cluster() throws IOException {
        return FOLDER.path().toRealPath().resolve("cluster");
    }

    private static void awaitAnswer(DatabaseAddress address) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(deadline)) {
            try (var connection = address.connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                Thread.sleep(Duration.ofMillis(100));
            }
        }
        throw new AssertionError("PostgreSQL was not started again");
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.address().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int visits(EmbeddedPostgres postgres, String reason) throws SQLException {
        try (var connection = postgres.address().connect();
                var statement = connection.prepareStatement("select count(*) from visit where reason = ?")) {
            statement.setString(1, reason);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }
}
