package org.parvis.access;

import java.security.SecureRandom;
import java.util.Locale;

/** Eight letters and figures that one person reads to another, or hands over on paper. */
record SpokenCode(String signs) {

    // Without those that look like another.
    private static final String SIGNS = "ACDEFGHJKLMNPQRTUVWXYZ234679";
    private static final int LENGTH = 8;

    static SpokenCode random(SecureRandom random) {
        var code = new StringBuilder();
        random.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> code.append(SIGNS.charAt(sign)));
        return new SpokenCode(code.toString());
    }

    static SpokenCode typed(String text) {
        return new SpokenCode(text.replaceAll("\\W", "").toUpperCase(Locale.ROOT));
    }

    /** In two groups, to be read aloud. */
    String text() {
        return "%s %s".formatted(signs.substring(0, LENGTH / 2), signs.substring(LENGTH / 2));
    }
}
