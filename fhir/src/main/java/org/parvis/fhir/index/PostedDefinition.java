package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** A posted SearchParameter on its way to a definition: each element is checked where it is read. */
final class PostedDefinition {

    // A colon, a dot or an underscore in front would read as a modifier, a chain or a parameter of FHIR's own.
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final ObjectNode json;
    private final SearchParams known;

    PostedDefinition(ObjectNode json, SearchParams known) {
        this.json = json;
        this.known = known;
    }

    /** Whether it is one of R4's own that this server has on each of its types. */
    boolean isBuiltIn() {
        var url = json.path("url").asText();
        var code = json.path("code").asText();
        var bases = texts("base");
        var types = bases.stream().anyMatch(Definition.SHARED_BASES::contains) ? known.types() : bases;
        return !types.isEmpty() && types.stream().allMatch(type -> known.isBuiltIn(type, code, url));
    }

    /** The definition. Refuses with 422 what is missing or wrong, and says where. */
    Definition read() {
        var kind = kind();
        return new Definition(
                required(json, "url", "SearchParameter.url"),
                code(),
                bases(),
                kind,
                required(json, "expression", "SearchParameter.expression"),
                targets(),
                kind == ParamKind.COMPOSITE ? components() : List.of());
    }

    private String code() {
        var code = required(json, "code", "SearchParameter.code");
        if (!CODE.matcher(code).matches()) {
            throw wrong("'%s' cannot be the name of a search parameter.".formatted(code), "SearchParameter.code");
        }
        return code;
    }

    private ParamKind kind() {
        var code = required(json, "type", "SearchParameter.type");
        return ParamKind.of(code)
                .filter(kind -> kind != ParamKind.SPECIAL)
                .orElseThrow(() -> wrong(
                        "Parameters of type '%s' cannot be defined here.".formatted(code), "SearchParameter.type"));
    }

    private List<String> bases() {
        List<String> bases = new ArrayList<>(texts("base"));
        if (bases.isEmpty()) {
            throw missing("SearchParameter.base");
        }
        for (int i = 0; i < bases.size(); i++) {
            if (!Definition.SHARED_BASES.contains(bases.get(i))
                    && !known.types().contains(bases.get(i))) {
                throw wrong(
                        "R4 has no resource type '%s'.".formatted(bases.get(i)),
                        "SearchParameter.base[%d]".formatted(i));
            }
        }
        return bases;
    }

    private Set<String> targets() {
        var targets = texts("target");
        targets.retainAll(known.types());
        return targets;
    }

    private List<Definition.Half> components() {
        List<Definition.Half> components = new ArrayList<>();
        for (JsonNode component : json.path("component")) {
            components.add(component(component, "SearchParameter.component[%d]".formatted(components.size())));
        }
        if (components.size() != 2) {
            throw wrong("A composite pairs exactly two components here.", "SearchParameter.component");
        }
        return components;
    }

    private Definition.Half component(JsonNode component, String place) {
        var url = required(component, "definition", place + ".definition").replaceFirst("\\|.*", "");
        var kind = known.kindOf(url);
        if (kind.isEmpty() || kind.get() == ParamKind.COMPOSITE) {
            throw wrong("No simple search parameter is defined at %s.".formatted(url), place + ".definition");
        }
        return new Definition.Half(url, required(component, "expression", place + ".expression"));
    }

    private Set<String> texts(String member) {
        Set<String> texts = new LinkedHashSet<>();
        json.path(member).forEach(entry -> texts.add(entry.asText()));
        return texts;
    }

    private static String required(JsonNode object, String member, String place) {
        var text = ValueReader.text(object, member);
        if (text == null) {
            throw missing(place);
        }
        return text;
    }

    private static Refusal missing(String place) {
        return Refusal.unprocessable(IssueCode.REQUIRED, "%s is missing.".formatted(place), place);
    }

    private static Refusal wrong(String sentence, String place) {
        return Refusal.unprocessable(IssueCode.VALUE, sentence, place);
    }
}
