package org.parvis.fhir.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One committed change, as the feed tells it.
 *
 * @param patient logical id of the patient whom the resource is about; empty for nobody or several
 * @param at microseconds since 1970 UTC
 */
public record Change(
        Position position,
        ResourceKey key,
        Place place,
        Optional<String> patient,
        int version,
        Method method,
        long at) {

    /** When this change was made. */
    public Instant instant() {
        return Instant.EPOCH.plus(at, ChronoUnit.MICROS);
    }

    /**
     * Where a change stands in the feed; positions only grow.
     *
     * @param epoch life of the database cluster, growing by one at each restore elsewhere
     * @param transaction PostgreSQL's 64-bit transaction id
     * @param sequence place within the transaction
     */
    public record Position(int epoch, long transaction, int sequence) implements Comparable<Position> {

        /** Before every change. */
        public static final Position START = new Position(0, 0, 0);

        /** A position after which this one is the next. */
        public Position before() {
            return new Position(epoch, transaction, sequence - 1);
        }

        /** The written form, `epoch-transaction-sequence`. */
        @Override
        public String toString() {
            return epoch + "-" + transaction + "-" + sequence;
        }

        /** Reads the written form; throws {@link IllegalArgumentException} when it is none. */
        public static Position parse(String text) {
            String[] parts = text.split("-", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("Not a position of the feed: " + text);
            }
            return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
        }

        @Override
        public int compareTo(Position other) {
            int byEpoch = Integer.compare(epoch, other.epoch);
            int byTransaction = byEpoch != 0 ? byEpoch : Long.compare(transaction, other.transaction);
            return byTransaction != 0 ? byTransaction : Integer.compare(sequence, other.sequence);
        }
    }
}
