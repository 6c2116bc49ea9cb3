package org.parvis.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Searches about the delivery of the answer: order, pages, totals, and what changed since a moment. */
final class Orders {
    private static final Set<Parameter.Kind> SORTABLE =
            Set.of(Parameter.Kind.DATE, Parameter.Kind.STRING, Parameter.Kind.TOKEN);

    private final Holdings holdings;
    private final Criteria criteria;
    private final Random random;
    private final List<String> moments;

    Orders(Holdings holdings, Criteria criteria, Random random, List<String> moments) {
        this.holdings = holdings;
        this.criteria = criteria;
        this.random = random;
        this.moments = List.copyOf(moments);
    }

    Optional<Query> sorted(Holding drawn) {
        var sortable = holdings.parameters(drawn.type()).stream()
                .filter(parameter -> SORTABLE.contains(parameter.kind()))
                .filter(parameter -> drawn.values().containsKey(parameter))
                .toList();
        if (sortable.isEmpty()) {
            return Optional.empty();
        }
        var by = new Query.SortBy(criteria.any(sortable).code(), random.nextBoolean());
        var keys = (by.descending() ? "-" : "") + by.parameter() + (random.nextInt(3) == 0 ? ",_id" : "");
        var parameters = new ArrayList<String>();
        criteria.plainOnAny(drawn).filter(any -> random.nextBoolean()).ifPresent(any -> parameters.add(any.encoded()));
        parameters.add("_sort=" + keys);
        parameters.add("_count=" + (5 + random.nextInt(60)));
        return Optional.of(new Query(drawn.type(), parameters, false, "_sort", Optional.of(by)));
    }

    Optional<Query> counted(Holding drawn) {
        return criteria.plainOnAny(drawn).map(criterion -> {
            var total = random.nextBoolean() ? "_total=accurate" : "_summary=count";
            return with(drawn, criterion, total, "total");
        });
    }

    Optional<Query> paged(Holding drawn) {
        return criteria.plainOnAny(drawn)
                .map(criterion -> with(drawn, criterion, "_count=" + (1 + random.nextInt(9)), "pages"));
    }

    /** R4 search.html#lastUpdated, at the moments between which the corpus was loaded. */
    Optional<Query> since(Holding drawn) {
        var moment = criteria.any(moments);
        var prefix = criteria.any(List.of("gt", "ge", "lt", "le", "sa", "eb", ""));
        var since = "_lastUpdated=" + Criterion.encode(prefix + moment);
        return Optional.of(new Query(
                drawn.type(), List.of(since), random.nextBoolean(), "_lastUpdated " + prefix, Optional.empty()));
    }

    private static Query with(Holding drawn, Criterion criterion, String parameter, String kind) {
        return new Query(drawn.type(), List.of(criterion.encoded(), parameter), false, kind, Optional.empty());
    }
}
