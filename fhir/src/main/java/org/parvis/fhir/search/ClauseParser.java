package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.index.ParamKind;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Reads one `name=value` into a clause: plain, chained or reverse-chained. */
final class ClauseParser {

    private static final String HAS = "_has:";

    private final SearchParams params;
    private final Unfinished unfinished;
    private final SearchLimits limits;
    private @Nullable Refusal notYet;

    ClauseParser(SearchParams params, Unfinished unfinished, SearchLimits limits) {
        this.params = params;
        this.unfinished = unfinished;
        this.limits = limits;
    }

    Clause parse(String type, String name, String value) {
        return parse(type, name, value, 0);
    }

    /** The parameter of this code, or a refusal that names both. */
    SearchParam find(String type, String code) {
        return params.find(type, code).orElseThrow(() -> missing(type, code));
    }

    private Refusal missing(String type, String code) {
        Optional<String> progress = unfinished.says(type, code);
        if (progress.isPresent()) {
            notYet = Refusal.notSupported(progress.get());
            return notYet;
        }
        return Refusal.notSupported("%s has no search parameter '%s'.".formatted(type, code));
    }

    private Clause parse(String type, String name, String value, int depth) {
        if (depth > limits.chainDepth()) {
            throw Refusal.of(
                    400,
                    IssueCode.TOO_COSTLY,
                    "'%s' goes through more than %d references.".formatted(name, limits.chainDepth()),
                    null);
        }
        if (name.startsWith(HAS)) {
            return has(type, name.substring(HAS.length()), value, depth);
        }
        int dot = name.indexOf('.');
        return dot < 0
                ? plain(type, name, value)
                : chain(type, name.substring(0, dot), name.substring(dot + 1), value, depth);
    }

    private Clause has(String type, String rest, String value, int depth) {
        String[] parts = rest.split(":", 3);
        if (parts.length < 3 || !params.types().contains(parts[0])) {
            throw Refusal.invalid("'_has:%s' must be _has:Type:reference:parameter.".formatted(rest), null);
        }
        SearchParam reference = find(parts[0], parts[1]);
        if (reference.kind() != ParamKind.REFERENCE
                || (!reference.leadsTo().isEmpty() && !reference.leadsTo().contains(type))) {
            throw Refusal.invalid("'%s' of %s never refers to %s.".formatted(parts[1], parts[0], type), null);
        }
        return new Clause.Has(parts[0], reference, parse(parts[0], parts[2], value, depth + 1), true);
    }

    private Clause chain(String type, String first, String rest, String value, int depth) {
        String[] head = first.split(":", 2);
        SearchParam reference = find(type, head[0]);
        if (reference.kind() != ParamKind.REFERENCE) {
            throw Refusal.invalid("'%s' of %s is no reference that could be followed.".formatted(head[0], type), null);
        }
        var targets = new ArrayList<Clause.Target>();
        Refusal refused = null;
        for (String target : targetTypes(reference, head.length == 2 ? head[1] : null)) {
            try {
                targets.add(new Clause.Target(target, parse(target, rest, value, depth + 1)));
            } catch (Refusal refusal) {
                // A chain without a type asks every type that has the parameter; one that is not ready would be left
                // out.
                if (refusal == notYet) {
                    throw refusal;
                }
                refused = refusal;
            }
        }
        if (targets.isEmpty() && refused != null) {
            throw refused;
        }
        return new Clause.Chain(reference, targets);
    }

    private Iterable<String> targetTypes(SearchParam reference, @Nullable String named) {
        if (named == null) {
            return reference.leadsTo().isEmpty() ? params.types() : reference.leadsTo();
        }
        if (!params.types().contains(named)) {
            throw Refusal.invalid("'%s' is no resource type.".formatted(named), null);
        }
        if (!reference.leadsTo().isEmpty() && !reference.leadsTo().contains(named)) {
            throw Refusal.invalid("'%s' never refers to %s.".formatted(reference.code(), named), null);
        }
        return List.of(named);
    }

    private Clause plain(String type, String name, String value) {
        String[] head = name.split(":", 2);
        SearchParam param = find(type, head[0]);
        List<String> alternatives = Values.split(value, ',');
        if (alternatives.size() > limits.mostAlternatives()) {
            throw Refusal.of(
                    400,
                    IssueCode.TOO_COSTLY,
                    "'%s' has more than %d values.".formatted(head[0], limits.mostAlternatives()),
                    null);
        }
        String modifier = head.length == 2 ? head[1] : "";
        return switch (head[0]) {
            case "_id" ->
                ids(param, modifier, alternatives.stream().map(Values::unescape).toList());
            case "_lastUpdated" -> updated(param, modifier, alternatives);
            default -> withModifier(param, modifier, alternatives);
        };
    }

    private static Clause ids(SearchParam param, String modifier, List<String> ids) {
        return switch (modifier) {
            case "" -> new Clause.Ids(ids);
            case "not" -> new Clause.Not(new Clause.Ids(ids));
            default -> throw cannotStand(modifier, param);
        };
    }

    private static Clause updated(SearchParam param, String modifier, List<String> alternatives) {
        if (!modifier.isEmpty()) {
            throw cannotStand(modifier, param);
        }
        return new Clause.Updated(alternatives);
    }

    private Clause withModifier(SearchParam param, String code, List<String> alternatives) {
        Optional<Modifier> modifier = Modifier.of(code);
        if (modifier.isPresent() && isTaken(param.kind(), modifier.get())) {
            return new Clause.Value(param, modifier.get(), null, alternatives);
        }
        if (param.kind() == ParamKind.REFERENCE && params.types().contains(code)) {
            return new Clause.Value(param, Modifier.NONE, code, alternatives);
        }
        throw cannotStand(code, param);
    }

    private static Refusal cannotStand(String modifier, SearchParam param) {
        return Refusal.of(
                400,
                IssueCode.INVALID,
                "The modifier ':%s' cannot stand on '%s', a %s."
                        .formatted(modifier, param.code(), param.kind().code()),
                null);
    }

    private static boolean isTaken(ParamKind kind, Modifier modifier) {
        return switch (modifier) {
            case NONE -> true;
            case MISSING -> kind != ParamKind.SPECIAL && kind != ParamKind.COMPOSITE;
            case EXACT, CONTAINS -> kind == ParamKind.STRING;
            case TEXT, NOT, IN, NOT_IN, OF_TYPE -> kind == ParamKind.TOKEN;
            case ABOVE, BELOW -> kind == ParamKind.URI;
            case IDENTIFIER -> kind == ParamKind.REFERENCE;
        };
    }
}
