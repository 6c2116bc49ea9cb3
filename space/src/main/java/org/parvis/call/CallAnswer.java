package org.parvis.call;

import java.util.Optional;

/** What comes of a call. */
sealed interface CallAnswer {

    /**
     * The record opens.
     *
     * @param patient logical id of the Patient
     * @param back where the software wants its person back
     */
    record Opened(String patient, Software software, Optional<String> back) implements CallAnswer {}

    /** It does not, and why. */
    record Refused(Reason reason) implements CallAnswer {}

    /** Why a call is refused; each has its words. */
    enum Reason {
        UNREADABLE,
        UNKNOWN_SOFTWARE,
        ALTERED,
        OTHER_SPACE,
        /** Made later than now: one of the two clocks is wrong. */
        TOO_EARLY,
        EXPIRED,
        /** It would live longer than calls may. */
        TOO_LONG,
        FOREIGN_RETURN,
        /** Made for somebody else than who is here. */
        OTHER_PERSON,
        REPLAYED,
        /** No such patient, or closed to this person: which of the two is not told. */
        NO_RECORD
    }
}
