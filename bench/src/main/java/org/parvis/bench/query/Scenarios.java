package org.parvis.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The scenarios by which searches are made, each as often as it deserves. */
final class Scenarios {
    private final Criteria criteria;
    private final Links links;
    private final Orders orders;
    private final Random random;

    Scenarios(Holdings holdings, Random random, List<String> moments) {
        this.random = random;
        this.criteria = new Criteria(holdings, random);
        this.links = new Links(holdings, criteria, random);
        this.orders = new Orders(holdings, criteria, random, moments);
    }

    List<Scenario> weighted() {
        var all = new ArrayList<Scenario>();
        add(all, 24, this::single);
        add(all, 3, this::missing);
        add(all, 8, this::conjunction);
        add(all, 8, links::chain);
        add(all, 8, links::reverse);
        add(all, 4, links::include);
        add(all, 4, links::reverseInclude);
        add(all, 6, orders::sorted);
        add(all, 3, orders::counted);
        add(all, 2, orders::paged);
        add(all, 2, orders::since);
        add(all, 2, this::byIds);
        add(all, 4, links::inCompartment);
        return all;
    }

    private static void add(List<Scenario> all, int times, Scenario scenario) {
        for (var time = 0; time < times; time++) {
            all.add(scenario);
        }
    }

    private Optional<Query> single(Holding drawn) {
        return criteria.onAny(drawn).map(criterion -> query(drawn.type(), criterion));
    }

    private Optional<Query> missing(Holding drawn) {
        return Optional.of(query(drawn.type(), criteria.missing(drawn.type())));
    }

    private Optional<Query> conjunction(Holding drawn) {
        var one = criteria.onAny(drawn);
        var other = criteria.onAny(drawn);
        if (one.isEmpty()
                || other.isEmpty()
                || one.get().name().equals(other.get().name())) {
            return Optional.empty();
        }
        var parameters = List.of(one.get().encoded(), other.get().encoded());
        var kind = "and: " + one.get().form() + " & " + other.get().form();
        return Optional.of(new Query(drawn.type(), parameters, random.nextBoolean(), kind, Optional.empty()));
    }

    private Optional<Query> byIds(Holding drawn) {
        var ids = drawn.id() + ",nobody";
        return Optional.of(query(drawn.type(), new Criterion("_id", ids, "_id")));
    }

    private Query query(String type, Criterion criterion) {
        var asForm = random.nextInt(10) == 0;
        return new Query(type, List.of(criterion.encoded()), asForm, criterion.form(), Optional.empty());
    }
}
