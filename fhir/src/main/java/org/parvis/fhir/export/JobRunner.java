package org.parvis.fhir.export;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a bounded number of jobs running, takes up those that a crash interrupted, and clears away what has expired. */
final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    private final Store store;
    private final Jobs jobs;
    private final ExportFolder folder;
    private final int most;
    private final JobRun run;
    private final Map<String, Thread> running = new HashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final Thread lookout;
    private volatile boolean closing;

    JobRunner(Store store, Jobs jobs, Contents contents, ExportSettings settings) {
        this.store = store;
        this.jobs = jobs;
        this.folder = new ExportFolder(settings.folder());
        this.most = settings.running();
        this.run = new JobRun(store, jobs, contents, folder, settings.lifetime(), () -> closing);
        this.lookout = Thread.ofVirtual().name("exports").start(this::lookOut);
    }

    /** There may be something to do. */
    void wake() {
        news.release();
    }

    /** Interrupts all jobs between two slices; the next server goes on with them. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            lookout.join();
            for (Thread thread : threads()) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOut() {
        try {
            while (!closing) {
                look();
                news.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            jobs.expire(now()).forEach(folder::remove);
            jobs.unfinished().forEach(this::start);
        } catch (RuntimeException e) {
            LOG.error("Exports cannot be looked after", e);
        }
    }

    private synchronized List<Thread> threads() {
        return List.copyOf(running.values());
    }

    private synchronized void start(Job job) {
        if (!closing && running.size() < most && !running.containsKey(job.id())) {
            running.put(job.id(), Thread.ofVirtual().name("export-" + job.id()).start(() -> work(job.id())));
        }
    }

    private void work(String id) {
        boolean ended = false;
        try {
            ended = store.database().read(connection -> {
                if (!jobs.claim(connection, id)) {
                    return false;
                }
                try {
                    return attempt(id);
                } finally {
                    jobs.release(connection, id);
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Export {} is interrupted and will be taken up again", id, e);
        }
        end(id, ended);
    }

    // What ended makes room for another; what was interrupted shall not be tried again at once.
    private synchronized void end(String id, boolean ended) {
        running.remove(id);
        if (ended) {
            wake();
        }
    }

    private boolean attempt(String id) {
        var job = jobs.find(id).filter(Job::isUnfinished);
        try {
            if (job.isPresent()) {
                run.run(job.get());
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Refusal refusal) {
            if (refusal.status() == 503) {
                throw refusal;
            }
            jobs.fail(id, now(), String.valueOf(refusal.getMessage()));
            return true;
        } catch (IOException | RuntimeException e) {
            String fault = UUID.randomUUID().toString();
            LOG.error("Fault {} in export {}", fault, id, e);
            jobs.fail(id, now(), "The server failed. Quote %s.".formatted(fault));
            return true;
        }
    }

    private long now() {
        return store.settings().clock().millis() * 1000;
    }
}
