package org.parvis.access;

import java.time.Instant;
import java.util.Optional;

/**
 * The time for which somebody is let in without proving again who they are.
 *
 * @param position the PractitionerRole as which they act now
 * @param charter the newest version of the usage charter that they accepted; 0 for none
 * @param seenAt when it last served, within a minute
 * @param endsAt when it ends, however much it serves
 */
public record Session(
        SessionId id,
        Account account,
        Road road,
        Optional<String> position,
        int charter,
        Origin origin,
        Instant openedAt,
        Instant seenAt,
        Instant endsAt) {}
