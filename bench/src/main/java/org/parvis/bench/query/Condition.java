package org.parvis.bench.query;

import org.hl7.fhir.r4.model.BooleanType;
import org.parvis.bench.corpus.Corpus;

/** Asks of a resource of the corpus whether a FHIRPath condition holds. */
public final class Condition {
    private final Finder finder;

    public Condition(Corpus corpus) {
        this.finder = new Finder(corpus);
    }

    /** Whether the expression gives exactly true for the resource at "Type/id". */
    public boolean holds(String location, String expression) {
        var values = finder.evaluate(location, expression);
        return values.size() == 1 && values.getFirst() instanceof BooleanType answer && answer.booleanValue();
    }
}
