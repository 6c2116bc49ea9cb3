package org.parvis.fhir.index;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Reads SearchParameter resources that users post into search parameters of each type they apply to. */
public final class PostedParameters {

    private final ExtractionCompiler compiler;

    public PostedParameters(FhirContext r4) {
        compiler = new ExtractionCompiler(r4, ZoneOffset.UTC);
    }

    /**
     * The parameters that a SearchParameter resource defines, one for each resource type. One of R4's own adds nothing
     * where this server has it already.
     *
     * @param known parameters that exist already, of which the components of a composite are taken
     * @throws Refusal 422 with the place of the fault, when it cannot be indexed or its code is taken
     */
    public List<SearchParam> read(ObjectNode searchParameter, SearchParams known) {
        var posted = new PostedDefinition(searchParameter, known);
        if (posted.isBuiltIn()) {
            return List.of();
        }
        var definition = posted.read();
        return definition.types(known).stream()
                .filter(type -> !known.isBuiltIn(type, definition.code(), definition.url()))
                .map(type -> param(definition, type, known))
                .toList();
    }

    private SearchParam param(Definition definition, String type, SearchParams known) {
        var taken = known.find(type, definition.code());
        if (taken.isPresent()) {
            var sentence = "The code %s of %s already belongs to %s."
                    .formatted(definition.code(), type, taken.get().url());
            throw Refusal.unprocessable(IssueCode.DUPLICATE, sentence, "SearchParameter.code");
        }
        var param = definition.paramOf(type, known::kindOf);
        if (param.expression().isEmpty()) {
            var sentence = "No alternative of the expression begins at %s.".formatted(type);
            throw Refusal.unprocessable(IssueCode.VALUE, sentence, "SearchParameter.expression");
        }
        compiler.rules(param);
        return param;
    }
}
