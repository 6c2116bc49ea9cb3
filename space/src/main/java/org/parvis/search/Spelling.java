package org.parvis.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** Words that are a slip apart: a letter too many, too few, another, or two that changed places. */
final class Spelling {

    /** Shorter words have too many neighbours to tell a slip from another name. */
    private static final int SHORTEST = 4;

    /** From this length on, two slips still point to one name. */
    private static final int LONG = 7;

    private Spelling() {}

    /** The word, and what it becomes when one of its letters is left out; nothing for a short word. */
    static Set<String> shortened(String word) {
        var shortened = new LinkedHashSet<String>();
        if (word.length() < SHORTEST) {
            return shortened;
        }
        shortened.add(word);
        for (int at = 0; at < word.length(); at++) {
            shortened.add(word.substring(0, at) + word.substring(at + 1));
        }
        return shortened;
    }

    /** Whether one word may have been meant by the other. */
    static boolean isASlipFrom(String one, String other) {
        return distance(one, other) <= (Math.min(one.length(), other.length()) < LONG ? 1 : 2);
    }

    /** How many slips lie between two words (optimal string alignment). */
    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int least(int[][] rows, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
        boolean crossed =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return crossed ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
