package org.parvis.bench.query;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;
import org.parvis.bench.corpus.Corpus;
import org.parvis.bench.corpus.Json;

/** Finds the values of search parameters in the corpus by evaluating their FHIRPath expressions. */
final class Finder {
    private final Corpus corpus;
    private final FhirContext context = FhirContext.forR4Cached();
    private final IFhirPath engine = context.newFhirPath();
    private final Map<String, IFhirPath.IParsedExpression> expressions = new HashMap<>();
    private final Map<String, IBaseResource> parsed = new HashMap<>();

    Finder(Corpus corpus) {
        this.corpus = corpus;
        engine.setEvaluationContext(new StubTargets());
    }

    /** The values of a parameter in the resource at the given "Type/id". */
    List<IBase> values(String location, Parameter parameter) {
        return evaluate(location, parameter.expression());
    }

    List<IBase> evaluate(String location, String expression) {
        return evaluate(resource(location), expression);
    }

    /** The values of an expression below an element. */
    List<IBase> evaluate(IBase element, String expression) {
        return Alternatives.of(expression).stream()
                .map(alternative -> expressions.computeIfAbsent(alternative, this::parse))
                .flatMap(alone -> engine.evaluate(element, alone, IBase.class).stream())
                .toList();
    }

    private IBaseResource resource(String location) {
        return parsed.computeIfAbsent(location, where -> {
            var json = Json.write(corpus.at(where));
            var text = new String(json, StandardCharsets.UTF_8);
            return context.newJsonParser().parseResource(text);
        });
    }

    private IFhirPath.IParsedExpression parse(String expression) {
        try {
            return engine.parse(expression);
        } catch (Exception fault) {
            throw new IllegalArgumentException("Not FHIRPath: " + expression, fault);
        }
    }

    /** Gives {@code resolve() is Patient} a resource of the type that the reference names. */
    private final class StubTargets implements IFhirPathEvaluationContext {
        private final Map<String, @Nullable IBase> byType = new HashMap<>();

        @Override
        public @Nullable IBase resolveReference(IIdType reference, @Nullable IBase from) {
            var type = reference.getResourceType();
            return type == null ? null : byType.computeIfAbsent(type, this::stub);
        }

        private @Nullable IBase stub(String type) {
            return context.getResourceTypes().contains(type)
                    ? context.getResourceDefinition(type).newInstance()
                    : null;
        }
    }
}
