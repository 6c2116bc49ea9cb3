package org.parvis.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The time for which somebody is let in without proving again who they are.
 *
 * @param position the PractitionerRole as which they act now
 * @param bound the only structure in which they may act; empty for whoever proved by themselves who they are
 * @param charter the newest version of the usage charter that they accepted; 0 for none
 * @param seenAt when it last served, within a minute
 * @param endsAt when it ends, however much it serves
 */
public record Session(
        SessionId id,
        Account account,
        Road road,
        Optional<String> position,
        Optional<String> bound,
        int charter,
        Origin origin,
        Instant openedAt,
        Instant seenAt,
        Instant endsAt) {

    /** The same, whose holder acts here. */
    Session at(Optional<String> role) {
        return new Session(id, account, road, role, bound, charter, origin, openedAt, seenAt, endsAt);
    }

    /** Whether its holder may act here. */
    boolean admits(Position position) {
        return bound.isEmpty() || bound.get().equals(position.structure());
    }

    /** Those of these positions that it lets its holder take. */
    List<Position> within(List<Position> positions) {
        return positions.stream().filter(this::admits).toList();
    }

    /** Whether a request may show it: one that a network opened leaves it for no other address. */
    boolean mayComeFrom(String address) {
        return bound.isEmpty() || origin.address().equals(address);
    }
}
