package org.parvis.access;

import java.util.UUID;

/** Tells a session from all others; it opens nothing. */
public record SessionId(UUID value) {

    static SessionId random() {
        return new SessionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
