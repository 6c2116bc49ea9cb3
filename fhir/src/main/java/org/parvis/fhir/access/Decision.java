package org.parvis.fhir.access;

import java.util.Optional;

/** Whether somebody may see something, and why. */
public sealed interface Decision {

    /**
     * They may.
     *
     * @param relation through which; empty for data about nobody, and for those of the caller's own structure
     */
    record Open(Optional<Relation> relation) implements Decision {}

    /** They may not. */
    record Closed(Reason reason) implements Decision {}

    /** Why data stay closed; the later ones are nearer to being open. */
    enum Reason {
        /** What they are does not give sight of such data. */
        NOT_THEIRS,
        /** They are nothing to the patient. */
        NO_RELATION,
        /** What they were to the patient has ended, or has not begun. */
        ENDED,
        /** The data are marked as hidden from them. */
        HIDDEN,
        /** The patient has not agreed to sharing. */
        NOT_AGREED,
        /** The patient has refused. */
        REFUSED
    }

    default boolean isOpen() {
        return this instanceof Open;
    }
}
