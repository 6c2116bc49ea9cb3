package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns a path into steps over a JSON tree. Each step knows its successor for each type that R4 lets it meet, so that
 * walking a resource asks nothing but its members.
 */
final class PathCompiler {

    private static final Step NOWHERE = new Step.Fork(List.of());
    private static final FhirType BOOLEAN = FhirType.of("boolean");

    private final R4Elements elements;
    private boolean beyond;

    private PathCompiler(R4Elements elements) {
        this.elements = elements;
    }

    /** The path as steps from a type; empty when it asks for what the JSON of that type does not say in one place. */
    static Optional<CompiledPath> compile(PathExpr path, FhirType from, R4Elements elements) {
        var compiler = new PathCompiler(elements);
        Set<FhirType> reached = new LinkedHashSet<>();
        var step = compiler.compile(path, from, type -> {
            reached.add(type);
            return new Step.Emit(type);
        });
        return compiler.beyond ? Optional.empty() : Optional.of(new CompiledPath(step, reached));
    }

    private Step compile(PathExpr path, FhirType from, Function<FhirType, Step> then) {
        return switch (path) {
            case PathExpr.Focus() -> then.apply(from);
            case PathExpr.Typed(String type) -> elements.isA(from, type) ? then.apply(from) : NOWHERE;
            case PathExpr.Child(PathExpr of, String name) -> compile(of, from, type -> into(type, name, then));
            case PathExpr.At(PathExpr of, int index) -> pick(of, index, from, then);
            case PathExpr.OfType(PathExpr of, String wanted) ->
                compile(of, from, type -> elements.isA(type, wanted) ? then.apply(type) : NOWHERE);
            case PathExpr.LeadingTo(PathExpr of, String target) ->
                compile(of, from, type -> new Step.Where(new Condition.LeadsTo(target), then.apply(type)));
            case PathExpr.Where(PathExpr of, PathExpr criterion) ->
                compile(of, from, type -> new Step.Where(condition(criterion, type), then.apply(type)));
            case PathExpr.Extension(PathExpr of, String url) -> compile(extensions(of, url), from, then);
            case PathExpr.Union(List<PathExpr> alternatives) ->
                fork(alternatives.stream()
                        .map(alternative -> compile(alternative, from, then))
                        .toList());
            case PathExpr.Exists _,
                    PathExpr.Not _,
                    PathExpr.Equal _,
                    PathExpr.Unequal _,
                    PathExpr.And _,
                    PathExpr.Or _ -> new Step.Truth(condition(path, from), then.apply(BOOLEAN));
        };
    }

    private Step into(FhirType type, String name, Function<FhirType, Step> then) {
        beyond |= elements.isElsewhere(type, name);
        List<Step> ways = new ArrayList<>();
        for (R4Elements.Field field : elements.fields(type, name)) {
            var next = then.apply(field.type());
            if (!next.equals(NOWHERE)) {
                ways.add(new Step.Into(field.json(), next));
            }
        }
        return fork(ways);
    }

    private Step pick(PathExpr of, int index, FhirType from, Function<FhirType, Step> then) {
        Map<FhirType, Step> next = new HashMap<>();
        var collection = compile(of, from, type -> {
            next.computeIfAbsent(type, then);
            return new Step.Emit(type);
        });
        return new Step.Pick(collection, index, Map.copyOf(next));
    }

    private Condition condition(PathExpr criterion, FhirType from) {
        return switch (criterion) {
            case PathExpr.Exists(PathExpr of) -> new Condition.Exists(elementsOf(of, from));
            case PathExpr.Not(PathExpr of) -> new Condition.Fails(condition(of, from));
            case PathExpr.And(PathExpr left, PathExpr right) ->
                new Condition.Both(condition(left, from), condition(right, from));
            case PathExpr.Or(PathExpr left, PathExpr right) ->
                new Condition.Either(condition(left, from), condition(right, from));
            case PathExpr.Equal(PathExpr left, PathExpr.Literal(String text)) ->
                new Condition.Equals(elementsOf(left, from), text);
            case PathExpr.Unequal(PathExpr left, PathExpr.Literal(String text)) ->
                new Condition.Differs(elementsOf(left, from), text);
            default -> new Condition.Equals(truth(criterion, from), "true");
        };
    }

    /** FHIRPath takes a single element of any other type for true; that is left to the engine. */
    private Step truth(PathExpr path, FhirType from) {
        return compile(path, from, type -> {
            beyond |= !type.equals(BOOLEAN);
            return new Step.Emit(type);
        });
    }

    private Step elementsOf(PathExpr path, FhirType from) {
        return compile(path, from, Step.Emit::new);
    }

    private static PathExpr extensions(PathExpr of, String url) {
        var hasUrl = new PathExpr.Equal(new PathExpr.Child(new PathExpr.Focus(), "url"), new PathExpr.Literal(url));
        return new PathExpr.Where(new PathExpr.Child(of, "extension"), hasUrl);
    }

    private static Step fork(List<Step> ways) {
        var leading = ways.stream().filter(way -> !way.equals(NOWHERE)).toList();
        return leading.size() == 1 ? leading.getFirst() : new Step.Fork(leading);
    }
}
