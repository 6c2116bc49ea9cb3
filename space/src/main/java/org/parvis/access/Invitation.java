package org.parvis.access;

import java.time.Instant;
import java.util.Optional;

/**
 * The right to open one account, or to add a position to the one that somebody has.
 *
 * @param audience for whom the account is
 * @param name as whoever invites knows them
 * @param mail where the link was sent
 * @param place what waits for them in a structure
 * @param by who invites; empty for the server itself
 */
public record Invitation(
        Visitor.Audience audience,
        Optional<String> name,
        Optional<String> mail,
        Optional<Place> place,
        Optional<AccountId> by,
        Instant endsAt) {

    /**
     * A position to come.
     *
     * @param structure logical id of the Organization
     * @param family which policy will say what they may do
     * @param referent whether they will manage the people there
     */
    public record Place(String structure, String family, boolean referent) {}

    /** The first operator's. */
    static Invitation toOperate(Instant endsAt) {
        return new Invitation(
                Visitor.Audience.OPERATOR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                endsAt);
    }
}
