package org.parvis.fhir.store;

import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The moments that this server's versions carry, as microseconds since 1970 UTC to the millisecond. A moment is settled
 * once every write that carries it or an earlier one has ended: from then on nothing can still appear in its past.
 */
final class Moments {

    private static final long MILLISECOND = 1000;

    private final InstantSource clock;
    private final SortedMap<Long, Integer> open = new TreeMap<>();
    private long least = Long.MIN_VALUE;

    Moments(InstantSource clock) {
        this.clock = clock;
    }

    /** The moment of a write that begins now; the write says when it has ended. */
    synchronized long begin() {
        least = now();
        open.merge(least, 1, Integer::sum);
        return least;
    }

    synchronized void end(long moment) {
        open.computeIfPresent(moment, (_, writes) -> writes == 1 ? null : writes - 1);
        notifyAll();
    }

    /** This moment, once it is settled; writes that begin meanwhile carry later ones. */
    synchronized long settled() throws InterruptedException {
        long moment = now();
        least = moment + MILLISECOND;
        while (!open.isEmpty() && open.firstKey() <= moment) {
            wait();
        }
        return moment;
    }

    // A clock that is set back must not bring a write into a settled past.
    private long now() {
        return Math.max(least, clock.millis() * MILLISECOND);
    }
}
