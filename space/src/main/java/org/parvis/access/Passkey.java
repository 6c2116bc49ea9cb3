package org.parvis.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that one of somebody's devices keeps and uses for them (WebAuthn), as they see it.
 *
 * @param id of its credential, in base64url
 * @param name as they called it
 */
public record Passkey(String id, String name, Instant createdAt, Optional<Instant> usedAt) {}
