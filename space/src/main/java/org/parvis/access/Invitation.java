package org.parvis.access;

import java.time.Instant;

/**
 * The right to open one account.
 *
 * @param audience for whom the account is
 */
public record Invitation(Visitor.Audience audience, Instant endsAt) {}
