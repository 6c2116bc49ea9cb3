package org.parvis.fhir.index;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.FhirPathExecutionException;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HAPI's FHIRPath engine, for the few expressions that are not compiled. It costs a second parse of the resource, and is
 * made when the first such expression is met.
 */
final class FhirPathFallback {

    private static final Logger LOG = LoggerFactory.getLogger(FhirPathFallback.class);

    private final FhirContext r4;
    private final ModelElements elements;
    private Optional<IFhirPath> engine = Optional.empty();

    FhirPathFallback(FhirContext r4) {
        this.r4 = r4;
        this.elements = new ModelElements(r4);
    }

    /** One expression, read once. */
    record Prepared(FhirPathFallback fallback, IFhirPath.IParsedExpression expression) {

        void evaluate(ObjectNode resource, Step.Sink sink) {
            fallback.evaluate(resource, expression, sink);
        }
    }

    /**
     * Reads an expression.
     *
     * @param place of the expression, for the refusal
     * @throws Refusal 422 when it is not FHIRPath
     */
    synchronized Prepared prepare(String expression, String place) {
        try {
            return new Prepared(this, engine().parse(expression));
        } catch (Exception e) { // The engine declares nothing narrower.
            var sentence = "'%s' is not FHIRPath: %s".formatted(expression, e.getMessage());
            throw Refusal.unprocessable(IssueCode.VALUE, sentence, place);
        }
    }

    // The engine does not promise to be safe for several threads.
    private synchronized void evaluate(ObjectNode resource, IFhirPath.IParsedExpression expression, Step.Sink sink) {
        // What is wrong with a resource was said when it was received.
        var parser = r4.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
        var parsed = parser.parseResource(resource.toString());
        for (IBase found : found(parsed, expression)) {
            elements.pass(found, sink);
        }
    }

    private List<IBase> found(IBaseResource resource, IFhirPath.IParsedExpression expression) {
        try {
            return engine().evaluate(resource, expression, IBase.class);
        } catch (FhirPathExecutionException | UnsupportedOperationException e) {
            // A posted parameter that fails on a resource must not keep the resource from being stored.
            LOG.warn("A search parameter has no value in {}: {}", resource.getIdElement(), e.toString());
            return List.of();
        }
    }

    private IFhirPath engine() {
        var made = engine.orElseGet(r4::newFhirPath);
        if (engine.isEmpty()) {
            made.setEvaluationContext(new Stubs(r4));
            engine = Optional.of(made);
        }
        return made;
    }

    /** Resolves a reference to an empty resource of its type, which is all that {@code resolve() is Patient} asks. */
    private record Stubs(FhirContext r4) implements IFhirPathEvaluationContext {
        @Override
        public @Nullable IBase resolveReference(IIdType reference, @Nullable IBase context) {
            boolean known = reference.hasResourceType() && r4.getResourceTypes().contains(reference.getResourceType());
            return known ? r4.getResourceDefinition(reference.getResourceType()).newInstance() : null;
        }
    }
}
