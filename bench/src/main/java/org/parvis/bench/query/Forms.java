package org.parvis.bench.query;

import java.util.List;
import java.util.Random;
import org.hl7.fhir.instance.model.api.IBase;

/** The ways in which a search may ask for one value found in the corpus. */
final class Forms {
    private final Random random;
    private final TokenForms tokens;
    private final StringForms strings;
    private final DateForms dates;
    private final QuantityForms quantities;
    private final ReferenceForms references;
    private final UriForms uris;

    Forms(Random random) {
        this.random = random;
        this.tokens = new TokenForms(random);
        this.strings = new StringForms(random);
        this.dates = new DateForms(random);
        this.quantities = new QuantityForms(random);
        this.references = new ReferenceForms();
        this.uris = new UriForms();
    }

    /** Every form of a condition that this value, found at this parameter, gives rise to. */
    List<Criterion> of(Parameter parameter, IBase value) {
        var code = parameter.code();
        return switch (parameter.kind()) {
            case TOKEN -> tokens.of(code, value);
            case STRING -> strings.of(code, value);
            case DATE -> dates.of(code, value);
            case NUMBER, QUANTITY -> quantities.of(code, value);
            case REFERENCE -> references.of(code, value);
            case URI -> uris.of(code, value);
            case COMPOSITE, SPECIAL -> List.of();
        };
    }

    /** Whether the parameter has any value at all: R4 search.html#missing. */
    Criterion missing(Parameter parameter) {
        var answer = Boolean.toString(random.nextBoolean());
        return new Criterion(parameter.code() + ":missing", answer, parameter.kind() + " :missing");
    }
}
