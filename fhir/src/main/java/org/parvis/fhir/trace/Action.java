package org.parvis.fhir.trace;

/** What an entry of the trace tells was done. */
public enum Action {
    READ('r', 'R', "read"),
    VERSION_READ('v', 'R', "vread"),
    SEARCH('s', 'E', "search"),
    HISTORY('h', 'R', "history"),
    CREATE('c', 'C', "create"),
    UPDATE('u', 'U', "update"),
    PATCH('p', 'U', "patch"),
    DELETE('d', 'D', "delete"),
    /** An operation that shows data, such as `$everything`. */
    OPERATION('o', 'E', "operation"),
    EXPORT('x', 'E', "operation"),
    FEED('f', 'R', "history-system"),
    LOGIN('l', 'E', "110122"),
    LOGOUT('k', 'E', "110123"),
    /** An account was opened or changed. */
    ACCOUNT('n', 'E', "110137"),
    /** What another system says was done there. */
    RECEIVED('a', ' ', "");

    private static final Action[] ALL = values();

    private final char letter;
    private final char code;
    private final String interaction;

    Action(char letter, char code, String interaction) {
        this.letter = letter;
        this.code = code;
        this.interaction = interaction;
    }

    /** The letter of an AuditEvent's action: C, R, U, D or E; blank when the event itself tells. */
    public char code() {
        return code;
    }

    /** The code of an AuditEvent's subtype: an interaction of FHIR, or an event of DICOM. */
    public String subtype() {
        return interaction;
    }

    /** Whether it is told as an interaction of FHIR, rather than as an event of DICOM. */
    public boolean isInteraction() {
        return this != LOGIN && this != LOGOUT && this != ACCOUNT && this != RECEIVED;
    }

    /** The letter under which the table keeps it. */
    String letter() {
        return String.valueOf(letter);
    }

    static Action of(String letter) {
        for (Action action : ALL) {
            if (action.letter == letter.charAt(0)) {
                return action;
            }
        }
        throw new IllegalStateException("The trace holds the unknown action '" + letter + "'");
    }
}
