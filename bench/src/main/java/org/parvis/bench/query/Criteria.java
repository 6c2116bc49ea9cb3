package org.parvis.bench.query;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws conditions that one resource of the corpus meets, or narrowly misses. */
final class Criteria {
    private final Forms forms;
    private final Composites composites;
    private final Holdings holdings;
    private final Random random;

    Criteria(Holdings holdings, Random random) {
        this.holdings = holdings;
        this.random = random;
        this.forms = new Forms(random);
        this.composites = new Composites(holdings.finder(), forms, random);
    }

    /** A condition on the given parameter of a resource that has values there. */
    Optional<Criterion> on(Holding holding, Parameter parameter) {
        var value = holding.anyValue(parameter, random);
        if (parameter.kind() == Parameter.Kind.COMPOSITE) {
            return composites.of(parameter, value);
        }
        var possible = forms.of(parameter, value);
        return possible.isEmpty() ? Optional.empty() : Optional.of(any(possible));
    }

    /** A condition on any parameter of the resource. */
    Optional<Criterion> onAny(Holding holding) {
        return holding.anyParameter(random).flatMap(parameter -> on(holding, parameter));
    }

    /** A condition that reads well behind a chain: no modifier, which chains would multiply. */
    Optional<Criterion> plainOnAny(Holding holding) {
        return onAny(holding).filter(criterion -> !criterion.name().contains(":"));
    }

    Criterion missing(String type) {
        var parameters = holdings.parameters(type).stream()
                .filter(parameter -> parameter.kind() != Parameter.Kind.COMPOSITE)
                .filter(parameter -> parameter.kind() != Parameter.Kind.SPECIAL)
                .filter(parameter -> !parameter.code().startsWith("_"))
                .toList();
        return forms.missing(any(parameters));
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
