package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a SearchParameter resource says, as far as indexing needs it. */
record Definition(
        String url,
        String code,
        List<String> bases,
        ParamKind kind,
        String expression,
        Set<String> targets,
        List<Half> components) {

    private static final Set<String> SHARED_BASES = Set.of("Resource", "DomainResource");

    /** One component as it stands in the definition: the parameter it names by url, and its path. */
    record Half(String url, String expression) {}

    boolean appliesToAll() {
        return bases.stream().anyMatch(SHARED_BASES::contains);
    }

    /** The alternatives of the expression that begin at {@code type}; a shared definition's are kept whole. */
    String expressionFor(String type) {
        List<String> kept = new ArrayList<>();
        for (String alternative : alternatives()) {
            var root = root(alternative);
            if (root.isEmpty() || root.equals(type) || SHARED_BASES.contains(root)) {
                kept.add(alternative);
            }
        }
        return String.join(" | ", kept);
    }

    private List<String> alternatives() {
        List<String> alternatives = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            quoted ^= c == '\'';
            if (quoted) {
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                alternatives.add(expression.substring(start, i).strip());
                start = i + 1;
            }
        }
        alternatives.add(expression.substring(start).strip());
        return alternatives;
    }

    /** The type name that an alternative begins with; empty when it begins with an element. */
    private static String root(String alternative) {
        int start = 0;
        while (start < alternative.length() && alternative.charAt(start) == '(') {
            start++;
        }
        int end = start;
        while (end < alternative.length() && Character.isLetter(alternative.charAt(end))) {
            end++;
        }
        boolean named = end > start && Character.isUpperCase(alternative.charAt(start));
        return named ? alternative.substring(start, end) : "";
    }
}
