package org.parvis.wishes;

import java.util.Optional;
import org.parvis.web.When;

/**
 * How a wish came into the register.
 *
 * @param id logical id of the resource that holds it
 * @param since when it was noted
 * @param scribe the professional who noted it at the person's request; empty when they did it themselves
 */
public record Noted(String id, Optional<When> since, Optional<String> scribe, State state) {

    /** Where a wish is in its life. */
    public enum State {
        VALID,
        /** A later one took its place. */
        REPLACED,
        /** The person wants it no more. */
        WITHDRAWN
    }

    public boolean stands() {
        return state == State.VALID;
    }
}
