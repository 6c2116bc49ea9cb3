package org.parvis.fhir.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Commits what readers were shown before they are shown it. All who wait at the same time share one commit: while it goes
 * to the disk, the next ones gather.
 */
final class Scribe implements AutoCloseable {

    private static final int LARGEST_GROUP = 256;

    private record Waiting(List<Entry> entries, CompletableFuture<Boolean> kept) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Consumer<List<Entry>> commit;
    private final Thread thread;

    /** @param commit keeps entries for good, or throws */
    Scribe(Consumer<List<Entry>> commit) {
        this.commit = commit;
        this.thread = Thread.ofPlatform().daemon().name("trace-scribe").start(this::run);
    }

    /** Comes back once the entries are on the disk, and throws what kept them from it. */
    void keep(List<Entry> entries) {
        var waiting = new Waiting(entries, new CompletableFuture<>());
        queue.add(waiting);
        try {
            waiting.kept().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var group = new ArrayList<Waiting>();
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP - 1);
                commit(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Waiting> group) {
        try {
            commit.accept(group.stream()
                    .flatMap(waiting -> waiting.entries().stream())
                    .toList());
            group.forEach(waiting -> waiting.kept().complete(true));
        } catch (RuntimeException | Error e) {
            group.forEach(waiting -> waiting.kept().completeExceptionally(e));
        }
    }
}
