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

    /** Whether two writers claimed the same new identity: trying again gives another answer. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException e && "23505".equals(e.getSQLState());
    }
}
