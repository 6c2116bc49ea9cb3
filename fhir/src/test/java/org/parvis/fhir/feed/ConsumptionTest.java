package org.parvis.fhir.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.fhir.feed.FeedFixtures.put;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.TestPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumptionTest {

    private static final FeedSettings HASTY =
            new FeedSettings(Duration.ofMillis(600), new Backoff(Duration.ofMillis(10), Duration.ofMillis(50)));

    private Store store;
    private Feed feed;
    private String name = "";
    private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();

    @BeforeAll
    void openTheStore() {
        store = FeedFixtures.open(TestPostgres.database());
        feed = new Feed(store, HASTY);
    }

    @AfterAll
    void closeTheFeed() {
        feed.close();
    }

    @BeforeEach
    void nameTheConsumer(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        handled.clear();
    }

    private Consumption consume(Feed on, ChangeHandler handler) {
        return on.consume(name, Set.of(), feed.end(), handler);
    }

    private Consumption consume() {
        return consume(feed, this::handle);
    }

    private void handle(List<Change> changes) {
        changes.forEach(change -> handled.add(change.key().id()));
    }

    private String next() throws InterruptedException {
        return String.valueOf(handled.poll(10, TimeUnit.SECONDS));
    }

    private Cursor cursor() {
        return feed.cursors().list().stream()
                .filter(cursor -> cursor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void awaitHandled(Position position) throws InterruptedException {
        while (cursor().position().compareTo(position) < 0) {
            Thread.sleep(20);
        }
    }

    @Nested
    class Handing {

        @Test
        void givesEachCommitInOrder() throws Exception {
            try (var _ = consume()) {
                put(store, "a");
                put(store, "b", "c");

                assertThat(List.of(next(), next(), next())).containsExactly("a", "b", "c");
            }
        }

        @Test
        void givesTheChangesOfTheTypesAskedForOnly() throws Exception {
            try (var _ = feed.consume(name, Set.of("Device"), feed.end(), this::refuse)) {
                put(store, "no-device");
                Position end = feed.end();

                awaitHandled(end);

                assertThat(cursor().trouble()).isEmpty();
            }
        }

        private void refuse(List<Change> changes) {
            throw new IllegalStateException("Nobody asked for " + changes);
        }

        @Test
        void goesOnWhereItWasAfterAPause() throws Exception {
            try (var _ = consume()) {
                put(store, "before");
                assertThat(next()).isEqualTo("before");
            }
            put(store, "meanwhile");

            try (var _ = consume()) {
                assertThat(next()).isEqualTo("meanwhile");
            }
        }

        @Test
        void beginsAgainFromWhereTheCursorIsReset() throws Exception {
            Position before = feed.end();
            try (var _ = consume()) {
                put(store, "again");
                assertThat(next()).isEqualTo("again");
                awaitHandled(feed.end());

                feed.cursors().reset(name, before);

                assertThat(next()).isEqualTo("again");
            }
        }
    }

    @Nested
    class Failing {

        @Test
        void handsTheSameChangesOverAgainUntilTheyAreHandled() throws Exception {
            var failures = new AtomicInteger();
            ChangeHandler fragile = changes -> {
                if (failures.incrementAndGet() < 4) {
                    throw new IllegalStateException("not yet");
                }
                handle(changes);
            };

            try (var _ = consume(feed, fragile)) {
                put(store, "stubborn");

                assertThat(next()).isEqualTo("stubborn");
                assertThat(failures).hasValue(4);
            }
        }

        @Test
        void isShownWithItsErrorAndNextTryUntilItIsOver() throws Exception {
            var broken = new CountDownLatch(1);
            ChangeHandler fragile = changes -> {
                if (broken.getCount() > 0) {
                    throw new IllegalStateException("the archive is closed");
                }
                handle(changes);
            };

            try (var _ = consume(feed, fragile)) {
                put(store, "shown");
                while (cursor().trouble().isEmpty()) {
                    Thread.sleep(20);
                }
                assertThat(cursor().trouble().orElseThrow().error()).contains("the archive is closed");

                broken.countDown();
                assertThat(next()).isEqualTo("shown");
                awaitHandled(feed.end());

                assertThat(cursor().trouble()).isEmpty();
            }
        }
    }

    @Nested
    class Owning {

        @Test
        void isOneNodesAtATime() throws Exception {
            try (var other = new Feed(store, HASTY);
                    var _ = consume();
                    var _ = consume(other, this::handleTwice)) {
                for (int i = 0; i < 20; i++) {
                    put(store, "once" + i);
                }
                for (int i = 0; i < 20; i++) {
                    next();
                }

                assertThat(handled.poll(300, TimeUnit.MILLISECONDS)).isNull();
            }
        }

        private void handleTwice(List<Change> changes) {
            handle(changes);
        }

        @Test
        void passesToAnotherWhenTheOwnerDies() throws Exception {
            feed.cursors().begin(name, feed.end());
            assertThat(feed.cursors().take(name, "a node that died", HASTY.lease()))
                    .isPresent();
            put(store, "orphan");

            try (var _ = consume()) {
                assertThat(next()).isEqualTo("orphan");
            }
        }

        @Test
        void lastsWhileAHandlerTakesLongerThanALease() throws Exception {
            var slow = new CountDownLatch(1);
            try (var other = new Feed(store, HASTY);
                    var _ = consume(feed, changes -> {
                        slow.await(2 * HASTY.lease().toMillis(), TimeUnit.MILLISECONDS);
                        handle(changes);
                    })) {
                put(store, "slow");

                try (var _ = consume(other, changes -> handled.add("another"))) {
                    assertThat(next()).isEqualTo("slow");
                }
            }
        }
    }

    @Nested
    class Resetting {

        @Test
        void isRefusedForANameNobodyUses() {
            assertThatThrownBy(() -> feed.cursors().reset("nobody", Position.START))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("nobody");
        }
    }
}
