package org.parvis.fhir.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.outcome.Refusal;

/**
 * A search as understood.
 *
 * @param type resource type searched
 * @param count most matches on a page
 * @param page state of the link that asks for a later page
 * @param elements names of elements to keep; empty for all
 * @param understood the parameters that took part, for the self link
 * @param ignored parameters left out because the caller asked for leniency
 */
public record Query(
        String type,
        List<Clause> clauses,
        List<Sort> sorts,
        List<Include> includes,
        int count,
        Total total,
        Summary summary,
        Set<String> elements,
        Optional<String> page,
        List<Parameter> understood,
        List<Parameter> ignored) {

    public Query {
        clauses = List.copyOf(clauses);
        sorts = List.copyOf(sorts);
        includes = List.copyOf(includes);
        elements = Set.copyOf(elements);
        understood = List.copyOf(understood);
        ignored = List.copyOf(ignored);
    }

    /** A name and a value as sent, decoded. */
    public record Parameter(String name, String value) {

        /** Reads `name=value&name=value`, percent-encoded. */
        public static List<Parameter> parse(String query) {
            return Stream.of(query.split("&"))
                    .filter(pair -> !pair.isEmpty())
                    .map(pair -> pair.split("=", 2))
                    .map(pair -> new Parameter(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : ""))
                    .toList();
        }

        private static String decode(String encoded) {
            try {
                return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("'%s' is not percent-encoded as it should be.".formatted(encoded), null);
            }
        }
    }

    /** Whether anything is asked of the resources themselves. */
    public boolean hasConditions() {
        return !clauses.isEmpty();
    }

    /** What is searched, the same text for the same search whatever the order of its parameters and its page. */
    public String text() {
        return type + "?"
                + understood.stream()
                        .filter(parameter -> !parameter.name().equals("_page"))
                        .map(parameter -> parameter.name() + "=" + parameter.value())
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    /** One key of `_sort`. */
    record Sort(SortKey key, boolean descending) {}

    /** What a sort goes by. */
    sealed interface SortKey {

        record Id() implements SortKey {}

        record Updated() implements SortKey {}

        record Param(SearchParam param) implements SortKey {}
    }

    /**
     * One `_include` or `_revinclude`.
     *
     * @param params the references, several for `*`
     * @param targetType only references to this type; empty for all
     * @param reverse whether the resources that refer to the matches are wanted
     * @param iterate whether it also applies to what was included
     */
    record Include(List<SearchParam> params, Optional<String> targetType, boolean reverse, boolean iterate) {}

    /** How exactly the number of matches is wanted. */
    public enum Total {
        NONE,
        ESTIMATE,
        ACCURATE
    }

    /** How much of each resource is wanted (R4 search.html, `_summary`). */
    public enum Summary {
        FALSE,
        TRUE,
        TEXT,
        DATA,
        COUNT
    }
}
