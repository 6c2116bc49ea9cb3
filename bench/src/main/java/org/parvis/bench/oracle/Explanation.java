package org.parvis.bench.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.parvis.bench.query.Condition;

/**
 * A reading of the specification in which the two servers differ, narrow enough to hide nothing else:
 * the search, what differs, and a FHIRPath condition that every resource on one side alone must meet.
 * In that condition {@code {parameter}} stands for the expression of the parameter that the search's pattern names,
 * and {@code {value}} for the value that it names.
 */
record Explanation(
        String name,
        Divergence.Aspect aspect,
        Pattern search,
        Optional<Pattern> detail,
        Optional<String> onlyParvis,
        Optional<String> onlyPeer,
        String specification,
        String reading) {

    static Explanation read(JsonNode json) {
        return new Explanation(
                json.required("name").textValue(),
                Divergence.Aspect.valueOf(json.required("aspect").textValue()),
                Pattern.compile(json.required("search").textValue()),
                text(json, "detail").map(Pattern::compile),
                text(json, "onlyParvis"),
                text(json, "onlyPeer"),
                json.required("specification").textValue(),
                json.required("reading").textValue());
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    boolean explains(Divergence divergence, Condition condition) {
        return divergence.aspect() == aspect
                && search.matcher(divergence.query().toString()).matches()
                && detail.map(pattern -> pattern.matcher(divergence.detail()).matches())
                        .orElse(true)
                && allMeet(divergence, divergence.onlyParvis(), onlyParvis, condition)
                && allMeet(divergence, divergence.onlyPeer(), onlyPeer, condition);
    }

    /** A refusal leaves all of the other's answer on one side; its resources say nothing about the reason. */
    private boolean allMeet(
            Divergence divergence, Set<String> locations, Optional<String> expression, Condition condition) {
        if (aspect == Divergence.Aspect.PARVIS_REFUSES || aspect == Divergence.Aspect.PEER_REFUSES) {
            return true;
        }
        var named = named(divergence);
        return expression
                .map(known -> locations.stream().allMatch(location -> condition.holds(location, named, known)))
                .orElse(locations.isEmpty());
    }

    /** What the pattern's named groups matched. */
    private Map<String, String> named(Divergence divergence) {
        var matched = search.matcher(divergence.query().toString());
        var named = new HashMap<String, String>();
        if (matched.matches()) {
            search.namedGroups().keySet().forEach(name -> named.put(name, matched.group(name)));
        }
        return named;
    }
}
