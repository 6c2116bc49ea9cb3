package org.parvis.fhir.store;

/** What made a version: the interactions that the history and the feed tell apart. */
public enum Method {
    CREATE('C', "POST"),
    UPDATE('U', "PUT"),
    PATCH('P', "PATCH"),
    DELETE('D', "DELETE");

    private final char letter;
    private final String verb;

    Method(char letter, String verb) {
        this.letter = letter;
        this.verb = verb;
    }

    /** The letter kept in the column `method`. */
    public String letter() {
        return String.valueOf(letter);
    }

    /** The HTTP verb shown in `Bundle.entry.request.method`. */
    public String verb() {
        return verb;
    }

    /** The method kept as this letter. */
    public static Method of(String letter) {
        for (Method method : values()) {
            if (method.letter == letter.charAt(0)) {
                return method;
            }
        }
        throw new IllegalArgumentException("No method is kept as " + letter);
    }
}
