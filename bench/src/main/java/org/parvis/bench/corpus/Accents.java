package org.parvis.bench.corpus;

import java.util.Locale;
import java.util.Random;

/** Names as French registers hold them: accents, capitals, apostrophes and hyphens. */
final class Accents {
    private static final String PLAIN = "aceiou";
    private static final String[] ACCENTED = {"àâä", "ç", "éèêë", "îï", "ôö", "ùûü"};

    private Accents() {}

    static String added(String name, Random random) {
        var accented = new StringBuilder(name);
        for (var at = 0; at < name.length(); at++) {
            var letter = PLAIN.indexOf(name.charAt(at));
            if (letter >= 0 && random.nextInt(3) == 0) {
                var choices = ACCENTED[letter];
                accented.setCharAt(at, choices.charAt(random.nextInt(choices.length())));
            }
        }
        return switch (random.nextInt(6)) {
            case 0 -> accented.toString().toUpperCase(Locale.ROOT);
            case 1 -> "D'" + accented;
            case 2 -> accented + "-Morel";
            default -> accented.toString();
        };
    }
}
