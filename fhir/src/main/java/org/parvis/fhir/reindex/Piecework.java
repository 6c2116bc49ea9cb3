package org.parvis.fhir.reindex;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parvis.fhir.index.Extraction;
import org.parvis.fhir.reindex.Job.Passage;
import org.parvis.fhir.store.Database;
import org.parvis.fhir.store.Reindexer.Failure;
import org.parvis.fhir.store.Reindexer.Outcome;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.StoreFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does indexing jobs piece by piece. A piece is one transaction that also notes how far the job has come, so that any
 * node goes on where another stopped, in whatever way it stopped.
 */
final class Piecework {

    private static final Logger LOG = LoggerFactory.getLogger(Piecework.class);

    /** Rows taken out of one table in one transaction. */
    private static final int MOST_REMOVED = 10_000;

    private final Store store;
    private final Pace pace;
    private final Jobs jobs;
    private final Addresses addresses;
    private final Barrier barrier = new Barrier();
    private final RenewalIndexes indexes;
    private boolean mayHaveIndexes = true;
    private boolean hasIndexes;
    private List<Integer> extracted = List.of();
    private Optional<Extraction> extraction = Optional.empty();

    Piecework(Store store, Pace pace) {
        this.store = store;
        this.pace = pace;
        this.jobs = new Jobs(store.words());
        this.addresses = new Addresses(store.words());
        this.indexes = new RenewalIndexes(store.settings().statementTimeout());
    }

    /** What came of a step. */
    enum Step {
        /** A piece was done, and there may be more. */
        WORKED,
        /** There is something to do that must wait: for writes to end, or for another node that does it. */
        WAITING,
        /** There is nothing to do. */
        IDLE
    }

    /** Learns of changed definitions, and does the next piece of work that they ask for. */
    Step step() {
        Optional<Job> job = store.database().read(jobs::next);
        // After the jobs: none of them may belong to definitions that this node does not know.
        store.definitions().refresh();
        if (job.isEmpty()) {
            dropIndexes();
            return Step.IDLE;
        }
        if (!store.database()
                .read(connection ->
                        barrier.isPassed(connection, store.definitions().number()))) {
            return Step.WAITING;
        }
        try {
            return switch (job.get()) {
                case Job.Addition addition -> pass(addition);
                case Job.Renewal renewal -> buildIndexes() ? pass(renewal) : Step.WAITING;
                case Job.Removal removal -> remove(removal);
            };
        } catch (Superseded e) {
            return Step.WORKED;
        }
    }

    private Step pass(Passage job) {
        if (!job.isBegun()) {
            LOG.info("Indexing of {} begins", job.name());
            return alone(connection -> {
                jobs.begin(connection, job, micros());
                return Step.WORKED;
            });
        }
        long begun = micros();
        var batch = store.database().read(connection -> addresses.next(connection, job, pace));
        if (batch.isEmpty()) {
            return complete(job);
        }
        try {
            return rewrite(job, batch, begun);
        } catch (StoreFault fault) {
            if (fault.isAboutValues()) {
                return oneByOne(job, batch);
            }
            throw fault;
        }
    }

    private Step complete(Passage job) {
        Step step = alone(connection -> {
            jobs.complete(connection, job, micros());
            return Step.WORKED;
        });
        if (step == Step.WORKED) {
            LOG.info("Indexing of {} is complete", job.name());
            store.definitions().refresh();
        }
        return step;
    }

    private Step rewrite(Passage job, SortedMap<Long, ResourceKey> batch, long begun) {
        return alone(connection -> {
            var keys = new TreeSet<>(batch.values());
            Outcome outcome = switch (job) {
                case Job.Addition addition -> store.reindexer().index(connection, keys, extraction(addition.ids()));
                case Job.Renewal _ -> store.reindexer().renew(connection, keys);
            };
            jobs.advance(connection, job, batch.lastKey(), outcome, micros() - begun);
            return Step.WORKED;
        });
    }

    // PostgreSQL refused a value of one of them: the others must not wait for it.
    private Step oneByOne(Passage job, SortedMap<Long, ResourceKey> batch) {
        Passage at = job;
        for (var entry : batch.entrySet()) {
            if (single(at, entry.getKey(), entry.getValue()) == Step.WAITING) {
                return Step.WAITING;
            }
            at = at.at(entry.getKey());
        }
        return Step.WORKED;
    }

    private Step single(Passage job, long rid, ResourceKey key) {
        var batch = new TreeMap<Long, ResourceKey>();
        batch.put(rid, key);
        try {
            return rewrite(job, batch, micros());
        } catch (StoreFault fault) {
            if (!fault.isAboutValues()) {
                throw fault;
            }
            var failure = new Failure(key, fault.summary());
            return alone(connection -> {
                jobs.advance(connection, job, rid, new Outcome(0, List.of(failure)), 0);
                return Step.WORKED;
            });
        }
    }

    private Step remove(Job.Removal job) {
        if (micros() - job.since() < pace.patience().toNanos() / 1000) {
            return Step.WAITING;
        }
        return alone(connection -> {
            if (store.reindexer().remove(connection, job.id(), job.type(), job.code(), MOST_REMOVED) == 0) {
                jobs.forget(connection, job);
            }
            return Step.WORKED;
        });
    }

    private Step alone(Database.Work<Step> work) {
        return store.database().write(connection -> jobs.isAlone(connection) ? work.on(connection) : Step.WAITING);
    }

    private Extraction extraction(List<Integer> posted) {
        if (extraction.isEmpty() || !extracted.equals(posted)) {
            extracted = posted;
            extraction = Optional.of(store.definitions().extraction(posted));
        }
        return extraction.get();
    }

    private boolean buildIndexes() {
        if (!hasIndexes) {
            mayHaveIndexes = true;
            hasIndexes = store.database().read(connection -> jobs.alone(connection, () -> indexes.build(connection)));
        }
        return hasIndexes;
    }

    private void dropIndexes() {
        if (mayHaveIndexes
                && store.database().read(connection -> jobs.alone(connection, () -> indexes.drop(connection)))) {
            mayHaveIndexes = false;
            hasIndexes = false;
        }
    }

    private long micros() {
        return store.settings().clock().millis() * 1000;
    }
}
