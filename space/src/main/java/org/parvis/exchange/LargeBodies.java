package org.parvis.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/**
 * Lets in as many large bodies at a time as the memory bears: the others wait in line, and who has waited too long is told to
 * come again. Small bodies pass.
 */
final class LargeBodies {

    /** As a tree, as text and as rows of an index, a body takes about so many times its bytes. */
    private static final int GROWTH = 16;

    private static final int SMALL = 64 * 1024;
    private static final int UNANNOUNCED = 1024 * 1024;
    private static final int INFLATION = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int capacity;
    private final Semaphore free;
    private final Duration patience;

    /** @param capacity bytes of large bodies at a time; one that is larger comes in alone */
    LargeBodies(int capacity, Duration patience) {
        this.capacity = capacity;
        this.free = new Semaphore(capacity, true);
        this.patience = patience;
    }

    /** Half of the memory is for them. */
    static LargeBodies withinTheHeap() {
        long capacity = Runtime.getRuntime().maxMemory() / 2 / GROWTH;
        return new LargeBodies((int) Math.min(capacity, Integer.MAX_VALUE), PATIENCE);
    }

    /** What a body holds until it is dealt with. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for a place. */
    Place enter(HttpServletRequest request) {
        return enter(weight(request));
    }

    Place enter(long bytes) {
        if (bytes <= SMALL) {
            return () -> {};
        }
        int taken = (int) Math.min(bytes, capacity);
        try {
            if (!free.tryAcquire(taken, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw full();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw full();
        }
        return () -> free.release(taken);
    }

    private static long weight(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        if (announced < 0) {
            return request.getHeader("Transfer-Encoding") == null ? 0 : UNANNOUNCED;
        }
        return request.getHeader("Content-Encoding") == null ? announced : announced * INFLATION;
    }

    private static Refusal full() {
        return Refusal.of(
                503, IssueCode.THROTTLED, "The server deals with as many large requests as it can: come again.", null);
    }
}
