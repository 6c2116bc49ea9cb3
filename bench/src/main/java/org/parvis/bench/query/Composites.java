package org.parvis.bench.query;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hl7.fhir.instance.model.api.IBase;

/** Conditions on pairs of values that stand together: R4 search.html#composite. */
final class Composites {
    private final Finder finder;
    private final Forms forms;
    private final Random random;

    Composites(Finder finder, Forms forms, Random random) {
        this.finder = finder;
        this.forms = forms;
        this.random = random;
    }

    /** A pair of conditions taken at one of the elements that the composite starts from. */
    Optional<Criterion> of(Parameter composite, IBase element) {
        var values = new StringBuilder();
        var form = new StringBuilder("composite");
        for (var part : composite.parts()) {
            var half = half(composite, part, element);
            if (half.isEmpty()) {
                return Optional.empty();
            }
            values.append(values.isEmpty() ? "" : "$").append(half.get().value());
            form.append(" + ").append(half.get().form());
        }
        return Optional.of(new Criterion(composite.code(), values.toString(), form.toString()));
    }

    private Optional<Criterion> half(Parameter composite, Parameter.Part part, IBase element) {
        var found = finder.evaluate(element, part.expression());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var alone =
                new Parameter(composite.type(), "half", part.kind(), part.expression(), composite.targets(), List.of());
        var plain = forms.of(alone, found.get(random.nextInt(found.size()))).stream()
                .filter(criterion -> criterion.name().equals("half"))
                .filter(criterion -> !criterion.value().contains(","))
                .toList();
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain.get(random.nextInt(plain.size())));
    }

    /** Whether every half of the composite is of a kind that has forms. */
    static boolean isAskable(Parameter composite) {
        return List.of(Parameter.Kind.COMPOSITE, Parameter.Kind.SPECIAL).stream()
                .noneMatch(kind -> composite.parts().stream().anyMatch(part -> part.kind() == kind));
    }
}
