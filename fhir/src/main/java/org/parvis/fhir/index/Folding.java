package org.parvis.fhir.index;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a text in which case, accents, ligatures and spacing no longer count (R4 search.html, string). */
public final class Folding {

    private Folding() {}

    /** Lower case, accents off, ligatures spelt out, runs of white space as one space, none at the ends. */
    public static String fold(String text) {
        return isPlain(text) ? text : spaced(unaccented(text.toLowerCase(Locale.ROOT)));
    }

    // Most codes and ids are plain already; the answer is then the text itself.
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || c < ' ' || (c >= 'A' && c <= 'Z') || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String unaccented(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = new StringBuilder(decomposed.length() + 4);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case 'œ' -> bare.append("oe");
                case 'æ' -> bare.append("ae");
                case 'ß' -> bare.append("ss");
                case 'ø' -> bare.append('o');
                case 'ł' -> bare.append('l');
                case 'đ', 'ð' -> bare.append('d');
                case 'þ' -> bare.append("th");
                case 'ı' -> bare.append('i');
                case '’', '‘', 'ʼ' -> bare.append('\'');
                case '‐', '‑', '–', '—' -> bare.append('-');
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        bare.append(c);
                    }
                }
            }
        }
        return bare.toString();
    }

    private static String spaced(String text) {
        var spaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!blank) {
                spaced.append(c);
            } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) == ' ') {
            spaced.setLength(spaced.length() - 1);
        }
        return spaced.toString();
    }
}
