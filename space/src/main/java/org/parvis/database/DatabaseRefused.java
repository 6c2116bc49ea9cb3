package org.parvis.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as it is; the message says why and what to do, in words for the operator. */
public final class DatabaseRefused extends RuntimeException {

    DatabaseRefused(String message) {
        this(message, null);
    }

    DatabaseRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
