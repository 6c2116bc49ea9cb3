package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The outermost alternatives of an expression: {@code A.b | (A.c | A.d)} has two. */
final class Alternatives {

    /** What binds looser than {@code |}, so that the alternatives are only operands of it (FHIRPath N1, precedence). */
    private static final Pattern LOOSER = Pattern.compile("[=~<>]|\\b(in|contains|and|or|xor|implies)\\b");

    private final String expression;
    private final List<String> alternatives = new ArrayList<>();
    private final StringBuilder outermost = new StringBuilder();

    private Alternatives(String expression) {
        this.expression = expression;
    }

    /** The alternatives, or the whole expression where it is no union of them: {@code a = b | c}. */
    static List<String> of(String expression) {
        var found = new Alternatives(expression);
        found.split();
        return LOOSER.matcher(found.outermost).find() ? List.of(expression) : found.alternatives;
    }

    private void split() {
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : depth(c);
            if (depth == 0 && !quoted) {
                outermost.append(c);
                if (c == '|') {
                    alternatives.add(expression.substring(start, i).strip());
                    start = i + 1;
                }
            }
        }
        alternatives.add(expression.substring(start).strip());
    }

    private static int depth(char c) {
        return switch (c) {
            case '(', '[' -> 1;
            case ')', ']' -> -1;
            default -> 0;
        };
    }
}
