package org.parvis.authority;

import java.util.Optional;
import org.parvis.access.Secret;
import org.parvis.access.Visitor;

/** What comes of asking for tokens. */
sealed interface GrantAnswer {

    /**
     * They are given.
     *
     * @param refresh what the next ones are had with; empty when they are not to be had without the person
     * @param person for whom the software acts; empty when it acts for its structure
     */
    record Given(Secret secret, Token access, Optional<Secret> refresh, Optional<Visitor> person)
            implements GrantAnswer {}

    /**
     * They are not.
     *
     * @param error in OAuth's words
     */
    record Refused(String error, String why) implements GrantAnswer {}
}
