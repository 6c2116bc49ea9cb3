package org.parvis.fhir.export;

import java.util.Locale;

/** How far an export is. */
public enum JobState {
    /** Asked for, not begun. */
    WAITING,
    /** Begun; goes on after a crash. */
    RUNNING,
    /** All files can be fetched. */
    COMPLETE,
    /** Ended by an error. */
    FAILED,
    /** Called off; its files are gone. */
    CANCELLED,
    /** Its files were kept as long as promised and are gone. */
    EXPIRED;

    private final String column = name().toLowerCase(Locale.ROOT);

    /** The state as kept in the column `state`. */
    String column() {
        return column;
    }

    static JobState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
