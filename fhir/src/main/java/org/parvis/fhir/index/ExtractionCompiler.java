package org.parvis.fhir.index;

import ca.uhn.fhir.context.FhirContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Turns definitions of search parameters into ways to their values. */
final class ExtractionCompiler {

    private static final String EXPRESSION = "SearchParameter.expression";

    private final R4Elements elements;
    private final FhirPathFallback fallback;
    private final ValueReaders readers;

    ExtractionCompiler(FhirContext r4, ZoneId zone) {
        elements = new R4Elements(r4);
        fallback = new FhirPathFallback(r4);
        readers = new ValueReaders(zone);
    }

    /** The ways to all values of these parameters of one type; those kept elsewhere have none of their own. */
    TypeExtraction compile(Iterable<SearchParam> params) {
        List<TypeExtraction.Rule> rules = new ArrayList<>();
        for (SearchParam param : params) {
            if (param.isStored()) {
                rules.addAll(rules(param));
            }
        }
        return new TypeExtraction(List.copyOf(rules));
    }

    /**
     * The ways to the values of one stored parameter: its own, and identifiers by their type.
     *
     * @throws Refusal 422 when its expression leads to nothing that its kind could index
     */
    List<TypeExtraction.Rule> rules(SearchParam param) {
        if (param.kind() == ParamKind.COMPOSITE) {
            return List.of(new TypeExtraction.Rule(param, composite(param)));
        }
        var reader = readers.of(param.kind());
        var path = compiled(param.expression(), elements.resource(param.resourceType()));
        if (path.isEmpty()) {
            return List.of(new TypeExtraction.Rule(param, partlyEvaluated(param, reader)));
        }
        var compiled = path.get();
        checkReads(compiled, reader, param);
        var own = new TypeExtraction.Rule(param, new Extractor.Simple(compiled.step(), reader));
        if (param.kind() != ParamKind.TOKEN || !leadsToIdentifiers(compiled)) {
            return List.of(own);
        }
        var byType = new Extractor.Simple(compiled.step(), readers.identifierTypes());
        return List.of(own, new TypeExtraction.Rule(param.ofType(), byType));
    }

    private boolean leadsToIdentifiers(CompiledPath path) {
        return path.reached().stream().anyMatch(readers.identifierTypes()::reads);
    }

    /** Compiles the alternatives that can be, and leaves the others to the engine. */
    private Extractor partlyEvaluated(SearchParam param, ValueReader reader) {
        return new Extractor.Several(Alternatives.of(param.expression()).stream()
                .map(alternative -> alternative(alternative, param, reader))
                .toList());
    }

    private Extractor alternative(String expression, SearchParam param, ValueReader reader) {
        return compiled(expression, elements.resource(param.resourceType()))
                .<Extractor>map(compiled -> new Extractor.Simple(compiled.step(), reader))
                .orElseGet(() -> new Extractor.Evaluated(fallback.prepare(expression, EXPRESSION), reader));
    }

    private Extractor composite(SearchParam param) {
        var shared = compiled(param.expression(), elements.resource(param.resourceType()))
                .orElseThrow(() -> notCompiled(param.expression()));
        Map<FhirType, Extractor.Composite.Halves> halves = new HashMap<>();
        for (FhirType type : shared.reached()) {
            var both = param.components().stream()
                    .map(component -> half(component, type, param))
                    .toList();
            halves.put(type, new Extractor.Composite.Halves(both.getFirst(), both.getLast()));
        }
        return new Extractor.Composite(shared.step(), Map.copyOf(halves));
    }

    private Extractor.Composite.Half half(Component component, FhirType from, SearchParam param) {
        var compiled = compiled(component.expression(), from).orElseThrow(() -> notCompiled(component.expression()));
        var reader = readers.of(component.kind());
        checkReads(compiled, reader, param);
        return new Extractor.Composite.Half(compiled.step(), reader);
    }

    private Optional<CompiledPath> compiled(String expression, FhirType from) {
        return PathParser.parse(expression).flatMap(path -> PathCompiler.compile(path, from, elements));
    }

    private static void checkReads(CompiledPath path, ValueReader reader, SearchParam param) {
        if (path.reached().stream().noneMatch(reader::reads)) {
            var sentence = "%s.%s: no element of its expression can be searched as %s."
                    .formatted(param.resourceType(), param.code(), param.kind().code());
            throw Refusal.unprocessable(IssueCode.VALUE, sentence, EXPRESSION);
        }
    }

    private static Refusal notCompiled(String expression) {
        var sentence = "'%s' is more than a composite's path may be on this server.".formatted(expression);
        return Refusal.unprocessable(IssueCode.NOT_SUPPORTED, sentence, EXPRESSION);
    }
}
