package org.parvis.fhir.transact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.parvis.fhir.transact.Operation.Aim;

/**
 * Gathers small units that wait at the same time into one transaction: one commit costs as much as any, whatever it
 * holds. While one lane commits, the next group gathers.
 */
final class GroupCommit implements AutoCloseable {

    private static final int LANES = 2;
    private static final int LARGEST_GROUP = 32;

    private record Waiting(Unit unit, CompletableFuture<Writer.Result> answer) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Function<List<Unit>, List<Writer.Result>> commit;
    private final List<Thread> lanes = new ArrayList<>();

    GroupCommit(Function<List<Unit>, List<Writer.Result>> commit) {
        this.commit = commit;
        for (int i = 0; i < LANES; i++) {
            lanes.add(Thread.ofPlatform().daemon().name("commit-" + i).start(this::run));
        }
    }

    /** Whether a unit can share its commit: one plain step of a caller who may see everything. */
    static boolean takes(Unit unit) {
        return unit.operations().size() == 1
                && unit.caller().permit().isEverything()
                && !unit.defines()
                && isPlain(unit.operations().getFirst());
    }

    /** Waits for the unit's turn and its commit. */
    Writer.Result submit(Unit unit) {
        var answer = new CompletableFuture<Writer.Result>();
        queue.add(new Waiting(unit, answer));
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        lanes.forEach(Thread::interrupt);
    }

    // A deletion must see every reference, and a condition every resource, so they commit by themselves.
    private static boolean isPlain(Operation operation) {
        return switch (operation) {
            case Operation.Create create -> create.ifNoneExist().isEmpty();
            case Operation.Update update -> update.aim() instanceof Aim.Id;
            case Operation.Patch patch -> patch.aim() instanceof Aim.Id;
            case Operation.Delete _ -> false;
        };
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                commit(gather(queue.take()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Waiting> gather(Waiting first) {
        var group = new ArrayList<Waiting>();
        Set<Object> addresses = new HashSet<>();
        Waiting next = first;
        while (next != null) {
            if (!addresses.add(address(next.unit()))) {
                // The same address twice: the later one waits for the next group.
                queue.add(next);
                break;
            }
            group.add(next);
            next = group.size() < LARGEST_GROUP ? queue.poll() : null;
        }
        return group;
    }

    private static Object address(Unit unit) {
        return switch (unit.operations().getFirst()) {
            case Operation.Update update -> update.aim();
            case Operation.Patch patch -> patch.aim();
            case Operation.Create _, Operation.Delete _ -> new Object();
        };
    }

    private void commit(List<Waiting> group) {
        try {
            List<Writer.Result> results =
                    commit.apply(group.stream().map(Waiting::unit).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(results.get(i));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(waiting -> waiting.answer().completeExceptionally(e));
        }
    }
}
