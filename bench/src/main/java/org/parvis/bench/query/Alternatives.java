package org.parvis.bench.query;

import java.util.ArrayList;
import java.util.List;

/** The alternatives of a FHIRPath union, each to be evaluated alone: a union itself would drop equal values. */
final class Alternatives {

    private Alternatives() {}

    static List<String> of(String expression) {
        var alternatives = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var at = 0; at < expression.length(); at++) {
            switch (expression.charAt(at)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        alternatives.add(expression.substring(from, at).strip());
                        from = at + 1;
                    }
                }
                default -> {}
            }
        }
        alternatives.add(expression.substring(from).strip());
        return alternatives;
    }
}
