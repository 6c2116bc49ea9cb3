package org.parvis.authority;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.AccountId;

/**
 * What somebody allows software to do in their name, where they work.
 *
 * @param software id of the software
 * @param position the PractitionerRole as which they act; empty for those who act nowhere
 * @param endsAt when they are asked again
 */
public record Approval(
        UUID id,
        String software,
        AccountId account,
        Optional<String> position,
        Scopes scopes,
        Instant givenAt,
        Instant endsAt) {}
