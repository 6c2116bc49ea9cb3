package org.parvis.carers;

import java.util.Optional;
import org.parvis.web.When;

/**
 * Somebody to whom a patient opens some of the record.
 *
 * @param delegation logical id of the Consent that says so
 * @param person the RelatedPerson: `RelatedPerson/3`
 * @param share how much; empty when it is said in a way that these pages do not know
 * @param until the last day
 */
public record Carer(
        String delegation,
        String person,
        String name,
        Optional<String> link,
        Optional<Share> share,
        Optional<When> until,
        State state) {

    /** Where it is in its life. */
    public enum State {
        /** The letter was sent; they have not come in yet. */
        INVITED,
        ACTIVE,
        /** The last day has passed. */
        OVER,
        /** The patient took it back. */
        REVOKED
    }

    public boolean stands() {
        return state == State.INVITED || state == State.ACTIVE;
    }
}
