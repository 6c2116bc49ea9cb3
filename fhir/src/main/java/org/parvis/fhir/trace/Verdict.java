package org.parvis.fhir.trace;

import java.util.Optional;

/** What comes of reading the sealed trace again. */
public sealed interface Verdict {

    /**
     * All is as it was sealed.
     *
     * @param entries that were read again
     * @param retired entries that were kept as long as they must be, and of which only the seals are left
     * @param hash of the last seal that was read, to be compared with the one in the log of that day
     */
    record Sound(long seals, long entries, long retired, String hash) implements Verdict {}

    /**
     * Something is not as it was sealed.
     *
     * @param seal the first seal that does not hold
     * @param entry the first entry that is not what it was; absent when the seal itself is not
     */
    record Broken(long seal, Optional<TraceId> entry, Damage damage) implements Verdict {}

    /** What happened to it. */
    enum Damage {
        CHANGED,
        TAKEN_AWAY,
        SLIPPED_IN
    }
}
