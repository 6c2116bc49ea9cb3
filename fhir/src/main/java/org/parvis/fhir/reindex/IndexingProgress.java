package org.parvis.fhir.reindex;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the indexing of what was stored before has come.
 *
 * @param parameter `Patient.birth-place`, or the type alone when all its rows are made anew
 * @param url canonical address of the parameter; empty for a type
 * @param done resources indexed
 * @param total about how many there are to index; exact once complete
 * @param failed resources that could not be indexed
 * @param note which those are and why, one per line
 * @param worked time spent at it
 */
public record IndexingProgress(
        String parameter,
        String url,
        State state,
        long done,
        long total,
        long failed,
        String note,
        Duration worked,
        Optional<Instant> started,
        Optional<Instant> finished) {

    /** Where it stands. */
    public enum State {
        WAITING,
        BUILDING,
        COMPLETE,
        REMOVING;

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether there is more to do. */
    public boolean isOpen() {
        return state != State.COMPLETE;
    }

    /** Whether all rows of a type are made anew. */
    public boolean isRenewal() {
        return url.isEmpty();
    }

    /** Resources per second while it was worked at. */
    public double perSecond() {
        return worked.isZero() ? 0 : (done + failed) * 1e9 / worked.toNanos();
    }
}
