package org.parvis.federation;

import java.util.Optional;

/** A professional's number in the national register (RPPS): eleven digits, of which the last checks the others (Luhn). */
record Rpps(String value) {

    private static final String IN_NATIONAL_NUMBER = "8";

    Rpps {
        if (!isValid(value)) {
            throw new IllegalArgumentException("'%s' is no RPPS number".formatted(value));
        }
    }

    /** This text as an RPPS number; empty when it is none. */
    static Optional<Rpps> of(String text) {
        return Optional.of(text).filter(Rpps::isValid).map(Rpps::new);
    }

    /** The RPPS number within a national one (idNatPS): those that begin with 8 hold one. */
    static Optional<Rpps> within(String nationalNumber) {
        return Optional.of(nationalNumber)
                .filter(number -> number.startsWith(IN_NATIONAL_NUMBER))
                .flatMap(number -> of(number.substring(1)));
    }

    private static boolean isValid(String value) {
        return value.matches("\\d{11}") && sum(value) % 10 == 0;
    }

    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum;
    }
}
