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
 * @param person the RelatedPerson that they will be, beside a patient
 * @param by who invites; empty for the server itself
 */
public record Invitation(
        Visitor.Audience audience,
        Optional<String> name,
        Optional<String> mail,
        Optional<Place> place,
        Optional<String> person,
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
                Optional.empty(),
                endsAt);
    }

    /** Somebody's whom a patient lets stand by them. */
    static Invitation toStandBy(String person, String name, String mail, Instant endsAt) {
        return new Invitation(
                Visitor.Audience.CITIZEN,
                Optional.of(name),
                Optional.of(mail),
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                endsAt);
    }

    /** Whether it serves an account that is there already. */
    public boolean joins() {
        return place.isPresent() || person.isPresent();
    }
}
