package org.parvis.bench.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parvis.bench.corpus.Json;

/** The search parameters of R4, by resource type. */
final class Parameters {
    private static final String DEFINITIONS = "/org/hl7/fhir/r4/model/sp/search-parameters.json";

    /** Parameters for which R4 leaves the answer to the server, or that need an engine which the peer runs without. */
    private static final Set<String> LEFT_OUT = Set.of("_text", "_content", "_query", "_list", "phonetic");

    private final Map<String, List<Parameter>> byType;

    private Parameters(Map<String, List<Parameter>> byType) {
        this.byType = byType;
    }

    static Parameters ofR4() throws IOException {
        var definitions = definitions();
        var kinds = new HashMap<String, Parameter.Kind>();
        definitions.forEach(definition -> kinds.put(definition.path("url").textValue(), kind(definition)));
        var byType = new HashMap<String, List<Parameter>>();
        for (var definition : definitions) {
            for (var base : definition.path("base")) {
                add(byType, base.textValue(), definition, kinds);
            }
        }
        return new Parameters(byType);
    }

    private static List<JsonNode> definitions() throws IOException {
        try (var in = Parameters.class.getResourceAsStream(DEFINITIONS)) {
            if (in == null) {
                throw new IOException("The R4 search parameters are not on the class path");
            }
            return StreamSupport.stream(
                            Json.read(in.readAllBytes()).path("entry").spliterator(), false)
                    .map(entry -> entry.path("resource"))
                    .filter(definition -> definition.hasNonNull("expression"))
                    .filter(definition ->
                            !LEFT_OUT.contains(definition.path("code").textValue()))
                    .toList();
        }
    }

    private static void add(
            Map<String, List<Parameter>> byType, String type, JsonNode definition, Map<String, Parameter.Kind> kinds) {
        var parameter = new Parameter(
                type,
                definition.path("code").textValue(),
                kind(definition),
                definition.path("expression").textValue(),
                texts(definition.path("target")),
                parts(definition, kinds));
        byType.computeIfAbsent(type, anew -> new ArrayList<>()).add(parameter);
    }

    private static Parameter.Kind kind(JsonNode definition) {
        return Parameter.Kind.valueOf(definition.path("type").textValue().toUpperCase(Locale.ROOT));
    }

    private static List<Parameter.Part> parts(JsonNode definition, Map<String, Parameter.Kind> kinds) {
        var parts = new ArrayList<Parameter.Part>();
        for (var part : definition.path("component")) {
            var kind = kinds.getOrDefault(part.path("definition").textValue(), Parameter.Kind.SPECIAL);
            parts.add(new Parameter.Part(part.path("expression").textValue(), kind));
        }
        return parts;
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    }

    /** The parameters of a type, those of every type among them. */
    List<Parameter> of(String type) {
        var all = new ArrayList<>(byType.getOrDefault(type, List.of()));
        byType.getOrDefault("Resource", List.of()).forEach(common -> all.add(ofType(common, type)));
        byType.getOrDefault("DomainResource", List.of()).forEach(common -> all.add(ofType(common, type)));
        return all;
    }

    private static Parameter ofType(Parameter common, String type) {
        return new Parameter(type, common.code(), common.kind(), common.expression(), common.targets(), common.parts());
    }
}
