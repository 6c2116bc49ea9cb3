package org.parvis.bench.query;

import java.io.IOException;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.parvis.bench.corpus.Corpus;

/** Asks of a resource of the corpus whether a FHIRPath condition holds. */
public final class Condition {
    private final Finder finder;
    private final Parameters parameters = Parameters.ofR4();

    public Condition(Corpus corpus) throws IOException {
        this.finder = new Finder(corpus);
    }

    /** Whether the condition gives exactly true for the resource at "Type/id", with the named parts put in. */
    public boolean holds(String location, Map<String, String> named, String condition) {
        var parameter = named.getOrDefault("parameter", "");
        var expression = condition
                .replace("{parameter}", expression(location, parameter))
                .replace("{value}", named.getOrDefault("value", ""));
        var values = finder.evaluate(location, expression);
        return values.size() == 1 && values.getFirst() instanceof BooleanType answer && answer.booleanValue();
    }

    private String expression(String location, String code) {
        var type = location.substring(0, location.indexOf('/'));
        return parameters.of(type).stream()
                .filter(parameter -> parameter.code().equals(code))
                .findFirst()
                .map(parameter -> "(" + parameter.expression() + ")")
                .orElse("{}");
    }
}
