package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.List;

/** The outermost alternatives of an expression: {@code A.b | (A.c | A.d)} has two. */
final class Alternatives {

    private Alternatives() {}

    static List<String> of(String expression) {
        List<String> alternatives = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : depth(c);
            if (c == '|' && depth == 0 && !quoted) {
                alternatives.add(expression.substring(start, i).strip());
                start = i + 1;
            }
        }
        alternatives.add(expression.substring(start).strip());
        return alternatives;
    }

    private static int depth(char c) {
        return switch (c) {
            case '(', '[' -> 1;
            case ')', ']' -> -1;
            default -> 0;
        };
    }
}
