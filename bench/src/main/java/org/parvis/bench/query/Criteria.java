package org.parvis.bench.query;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Draws conditions that one resource of the corpus meets, or narrowly misses. */
final class Criteria {
    private static final Pattern COARSE_COMPARISON = Pattern.compile("(ne|gt|ge|lt|le|sa|eb)\\d{4}(-\\d\\d)?");
    private static final Pattern LOOSE_COMPARISON = Pattern.compile("date (ge|le) .* in (Period|Timing)");

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

    /**
     * A condition that reads well behind a chain: no modifier, which chains would multiply, and no comparison of dates
     * on which the two servers are known to differ, for behind a chain the dates could not be told from the answer.
     */
    Optional<Criterion> plainOnAny(Holding holding) {
        return onAny(holding)
                .filter(criterion -> !criterion.name().contains(":"))
                .filter(criterion ->
                        !COARSE_COMPARISON.matcher(criterion.value()).matches())
                .filter(criterion -> !LOOSE_COMPARISON.matcher(criterion.form()).matches());
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
