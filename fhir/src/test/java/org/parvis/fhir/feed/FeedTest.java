package org.parvis.fhir.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.fhir.feed.FeedFixtures.put;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Change;
import org.parvis.fhir.store.Change.Position;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.TestPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private Store store;
    private Feed feed;

    @BeforeAll
    void openTheStore() {
        store = FeedFixtures.open(TestPostgres.database());
        feed = new Feed(store, FeedSettings.defaults());
    }

    @AfterAll
    void closeTheFeed() {
        feed.close();
    }

    private List<String> told(Position from) {
        return changes(from).stream().map(change -> change.key().id()).toList();
    }

    private List<Change> changes(Position from) {
        var all = new ArrayList<Change>();
        Stretch stretch = feed.read(from, Filter.everything(), 7);
        while (!stretch.isLast()) {
            all.addAll(stretch.changes());
            stretch = feed.read(stretch.reached(), Filter.everything(), 7);
        }
        return all;
    }

    @Nested
    class Reading {

        @Test
        void tellsChangesInTheOrderOfTheirCommits() {
            Position before = feed.end();

            put(store, "first");
            put(store, "second", "third");

            assertThat(told(before)).containsExactly("first", "second", "third");
        }

        @Test
        void goesOnFromAnyChangeItTold() {
            Position before = feed.end();
            put(store, "a1", "a2", "a3");
            put(store, "a4");

            List<Change> all = changes(before);

            for (int i = 0; i < all.size(); i++) {
                assertThat(changes(all.get(i).position())).isEqualTo(all.subList(i + 1, all.size()));
            }
        }

        @Test
        void reachesItsEndWhenAFilterLeavesEverythingOut() {
            put(store, "unwanted");

            Stretch stretch = feed.read(
                    Position.START,
                    new Filter(Set.of("Device"), Filter.everything().permit()),
                    1000);

            assertThat(stretch).isEqualTo(new Stretch(List.of(), feed.end(), false));
        }
    }

    @Nested
    class WithConcurrentWriters {

        @Test
        void holdsLaterCommitsBackBehindASlowOne() throws Exception {
            Position before = feed.end();
            var written = new CountDownLatch(1);
            var commit = new CountDownLatch(1);
            Thread slow = Thread.ofVirtual().start(() -> put(store, () -> pause(written, commit), "slow"));
            written.await();

            put(store, "quick");
            List<String> early = told(before);
            commit.countDown();
            slow.join();

            assertThat(early).isEmpty();
            assertThat(told(before)).containsExactly("slow", "quick");
        }

        @Test
        void tellsAFollowerEveryCommitOnce() throws Exception {
            Position before = feed.end();
            int writers = 6;
            int commits = 40;
            var number = new AtomicInteger();
            var followed = new ArrayList<String>();

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < writers; i++) {
                    threads.execute(() -> {
                        for (int commit = 0; commit < commits; commit++) {
                            put(store, "w" + number.getAndIncrement(), "w" + number.getAndIncrement());
                        }
                    });
                }
                Position at = before;
                while (followed.size() < writers * commits * 2 && feed.await(at, SOON)) {
                    Stretch stretch = feed.read(at, Filter.everything(), 13);
                    stretch.changes()
                            .forEach(change -> followed.add(change.key().id()));
                    at = stretch.reached();
                }
            }

            assertThat(followed).hasSize(writers * commits * 2).doesNotHaveDuplicates();
            assertThat(changes(before).stream().map(Change::position)).isSorted();
        }

        private static void pause(CountDownLatch written, CountDownLatch commit) {
            written.countDown();
            try {
                commit.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Nested
    class Waiting {

        @Test
        void endsWithTheNextCommit() throws Exception {
            Position before = feed.end();

            Thread writer = Thread.ofVirtual().start(() -> put(store, "awaited"));

            assertThat(feed.await(before, SOON)).isTrue();
            writer.join();
        }

        @Test
        void endsSoonAfterACommitThatWasExpected() throws Exception {
            Position before = feed.end();

            Thread writer = Thread.ofVirtual().start(() -> put(store, feed::expect, "expected"));

            assertThat(feed.await(before, SOON)).isTrue();
            writer.join();
        }

        @Test
        void endsWhenNothingHappensInTime() throws Exception {
            assertThat(feed.await(feed.end(), Duration.ofMillis(20))).isFalse();
        }

        @Test
        void endsWhenTheFeedCloses() throws Exception {
            var other = new Feed(store, FeedSettings.defaults());
            Thread closer = Thread.ofVirtual().start(other::close);

            assertThat(other.await(feed.end(), SOON)).isFalse();
            closer.join();
        }
    }

    @Nested
    class APosition {

        @Test
        void isReadBackAsItWasTold() {
            put(store, "told");
            Position told = feed.end();

            assertThat(feed.position(told.toString())).isEqualTo(told);
        }

        @Test
        void isRefusedWhenItCannotBeRead() {
            assertThatThrownBy(() -> feed.position("yesterday"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(400))
                    .hasMessageContaining("yesterday");
        }

        @Test
        void isRefusedWhenItBelongsToAnotherLifeOfTheDatabase() {
            assertThatThrownBy(() -> feed.position("7-12-0"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(410))
                    .hasMessageContaining("7-12-0");
        }

        @Test
        void isRefusedWhenNoChangeStandsThere() {
            put(store, "before");
            Position end = feed.end();
            var future = new Position(end.epoch(), end.transaction() + 1_000_000, 0);

            assertThatThrownBy(() -> feed.position(future.toString())).isInstanceOf(Refusal.class);
        }
    }
}
