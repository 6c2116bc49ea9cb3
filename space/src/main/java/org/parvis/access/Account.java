package org.parvis.access;

import java.util.Locale;
import java.util.Optional;

/**
 * A person whom Parvis can recognise.
 *
 * @param login what they type to come in, in lower case
 * @param name as it is shown to them and to others
 * @param person the resource that stands for them: `Practitioner/12`, `Patient/7`, `RelatedPerson/3`
 * @param mail where they can be written to
 */
public record Account(
        AccountId id,
        String login,
        String name,
        Visitor.Audience audience,
        Optional<String> person,
        Optional<String> mail,
        State state) {

    /** Whether an account lets its person in. */
    public enum State {
        ACTIVE,
        /** For a time; its referent can give it back. */
        SUSPENDED,
        /** For good. */
        CLOSED
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    /** A login as it is kept and compared. */
    static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
