package org.parvis.access;

import java.util.UUID;

/** Tells an account from all others. */
public record AccountId(UUID value) {

    static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
