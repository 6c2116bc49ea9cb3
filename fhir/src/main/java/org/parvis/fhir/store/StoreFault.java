package org.parvis.fhir.store;

import java.sql.SQLException;

/** The database failed in a way no caller can mend: a bug or a broken disk. */
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreFault(SQLException cause) {
        super("The store failed (SQL state %s): %s".formatted(cause.getSQLState(), cause.getMessage()), cause);
    }

    /** A failure outside the doors of {@link Database}. */
    public static StoreFault of(SQLException cause) {
        return new StoreFault(cause);
    }

    /** Whether a value was refused, and not the whole database is in trouble (SQL state classes 22, 23 and 54). */
    public boolean isAboutValues() {
        return getCause() instanceof SQLException e
                && (String.valueOf(e.getSQLState()).startsWith("22")
                        || String.valueOf(e.getSQLState()).startsWith("23")
                        || String.valueOf(e.getSQLState()).startsWith("54"));
    }

    /** What happened, without the values of the row that it happened to. */
    public String summary() {
        return String.valueOf(getMessage()).lines().findFirst().orElse("");
    }

    /** Whether two writers claimed the same new identity: trying again gives another answer. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException e && "23505".equals(e.getSQLState());
    }
}
