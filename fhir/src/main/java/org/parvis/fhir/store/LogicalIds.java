package org.parvis.fhir.store;

/** Logical ids that the server gives: time-ordered, 13 characters, unlike any id that people choose. */
final class LogicalIds {

    private static final int DIGITS = 12;

    private LogicalIds() {}

    static String of(long rid) {
        String digits = Long.toString(rid, Character.MAX_RADIX);
        return "p" + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
