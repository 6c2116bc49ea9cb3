package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a SearchParameter resource says, as far as indexing needs it. */
record Definition(
        String url,
        String code,
        List<String> bases,
        ParamKind kind,
        String expression,
        Set<String> targets,
        List<Half> components) {

    /** Bases that stand for every resource type. */
    static final Set<String> SHARED_BASES = Set.of("Resource", "DomainResource");

    /** One component as it stands in the definition: the parameter it names by url, and its path. */
    record Half(String url, String expression) {}

    boolean appliesToAll() {
        return bases.stream().anyMatch(SHARED_BASES::contains);
    }

    /** The resource types that it applies to. */
    List<String> types(SearchParams known) {
        return appliesToAll() ? known.types().stream().sorted().toList() : bases;
    }

    /**
     * The parameter that this defines on one type, kept under its own code.
     *
     * @param kindOf kind of the parameter defined at an address, for the halves of a composite
     */
    SearchParam paramOf(String type, Function<String, Optional<ParamKind>> kindOf) {
        var halves = components.stream()
                .map(half -> new Component(half.url, kindOf.apply(half.url).orElseThrow(), half.expression))
                .toList();
        var itself = List.of(StoredParam.whole(code));
        return new SearchParam(type, code, kind, url, expressionFor(type), targets, halves, itself);
    }

    /** The alternatives of the expression that begin at {@code type}; a shared definition's are kept whole. */
    private String expressionFor(String type) {
        List<String> kept = new ArrayList<>();
        for (String alternative : Alternatives.of(expression)) {
            var root = root(alternative);
            if (root.isEmpty() || root.equals(type) || SHARED_BASES.contains(root)) {
                kept.add(alternative);
            }
        }
        return String.join(" | ", kept);
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
