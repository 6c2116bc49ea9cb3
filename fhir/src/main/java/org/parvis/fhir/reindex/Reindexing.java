package org.parvis.fhir.reindex;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parvis.fhir.reindex.Piecework.Step;
import org.parvis.fhir.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's share of indexing what was stored before: done in the background, and told to whoever wants to know. */
public final class Reindexing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);

    /** How often a node looks for changed definitions and new jobs. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Store store;
    private final Jobs jobs;
    private final Piecework piecework;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Reindexing(Store store) {
        this.store = store;
        this.jobs = new Jobs(store.words());
        this.piecework = new Piecework(store, Pace.USUAL);
        this.thread = Thread.ofVirtual().name("reindexing").unstarted(this::run);
    }

    public static Reindexing start(Store store) {
        var reindexing = new Reindexing(store);
        reindexing.thread.start();
        return reindexing;
    }

    /** Every job, open ones first. */
    public List<IndexingProgress> overview() {
        return store.database().read(jobs::overview);
    }

    /** The types whose rows are all being made anew, which searches use meanwhile as they are. */
    public Map<String, IndexingProgress> renewals() {
        return overview().stream()
                .filter(progress -> progress.isRenewal() && progress.isOpen())
                .collect(Collectors.toMap(IndexingProgress::parameter, Function.identity()));
    }

    /** Ends after the piece at hand. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                if (step() != Step.WORKED) {
                    closed.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A database that starts again or a full disk must not end it: the next step tries again.
    private Step step() {
        try {
            return piecework.step();
        } catch (RuntimeException e) {
            LOG.warn("Indexing pauses", e);
            return Step.WAITING;
        }
    }
}
