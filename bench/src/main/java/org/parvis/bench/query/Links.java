package org.parvis.bench.query;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Searches that follow references: chains, reverse chains, includes and compartments. */
final class Links {
    private final Holdings holdings;
    private final Criteria criteria;
    private final Random random;

    Links(Holdings holdings, Criteria criteria, Random random) {
        this.holdings = holdings;
        this.criteria = criteria;
        this.random = random;
    }

    private Optional<Holding.Link> anyLink(Holding drawn) {
        var inScope = drawn.links().stream()
                .filter(link -> holdings.inScope(link.targetType()))
                .toList();
        return inScope.isEmpty() ? Optional.empty() : Optional.of(criteria.any(inScope));
    }

    Optional<Query> chain(Holding drawn) {
        return chained(drawn, random.nextInt(4) == 0 ? 2 : 1)
                .map(criterion -> query(drawn.type(), criterion.encoded(), criterion.form()));
    }

    private Optional<Criterion> chained(Holding from, int depth) {
        return anyLink(from).flatMap(link -> {
            var target = holdings.at(link.target());
            var further = depth > 1 ? chained(target, depth - 1) : criteria.plainOnAny(target);
            return further.map(criterion -> chained(criterion, link));
        });
    }

    private static Criterion chained(Criterion criterion, Holding.Link link) {
        var oneTarget = link.parameter().targets().size() == 1;
        return oneTarget
                ? criterion.chained(link.parameter().code())
                : criterion.chained(link.parameter().code(), link.targetType());
    }

    Optional<Query> reverse(Holding drawn) {
        return anyLink(drawn)
                .flatMap(link -> criteria.plainOnAny(drawn).map(criterion -> {
                    var reversed =
                            criterion.reversed(drawn.type(), link.parameter().code());
                    return nested(link, reversed);
                }));
    }

    /** One time in five the resource found by a reverse chain is itself sought from the one that it refers to. */
    private Query nested(Holding.Link link, Criterion reversed) {
        var next = random.nextInt(5) == 0 ? anyLink(holdings.at(link.target())) : Optional.<Holding.Link>empty();
        if (next.isEmpty()) {
            return query(link.targetType(), reversed.encoded(), reversed.form());
        }
        var twice = reversed.reversed(link.targetType(), next.get().parameter().code());
        return query(next.get().targetType(), twice.encoded(), twice.form());
    }

    Optional<Query> include(Holding drawn) {
        return anyLink(drawn)
                .flatMap(link -> criteria.plainOnAny(drawn).map(criterion -> {
                    var include = drawn.type() + ":" + link.parameter().code();
                    var typed = random.nextInt(3) == 0 ? include + ":" + link.targetType() : include;
                    return including(
                            drawn.type(), criterion, "_include=" + typed, anyLink(holdings.at(link.target())), link);
                }));
    }

    private Query including(
            String type, Criterion criterion, String include, Optional<Holding.Link> further, Holding.Link link) {
        if (further.isEmpty() || random.nextInt(3) > 0) {
            return new Query(type, List.of(criterion.encoded(), include), false, "_include", Optional.empty());
        }
        var iterate = "_include:iterate=%s:%s"
                .formatted(link.targetType(), further.get().parameter().code());
        return new Query(
                type, List.of(criterion.encoded(), include, iterate), false, "_include:iterate", Optional.empty());
    }

    Optional<Query> reverseInclude(Holding drawn) {
        return anyLink(drawn)
                .flatMap(link -> criteria.plainOnAny(holdings.at(link.target())).map(criterion -> {
                    var include = "_revinclude=%s:%s"
                            .formatted(drawn.type(), link.parameter().code());
                    return new Query(
                            link.targetType(),
                            List.of(criterion.encoded(), include),
                            false,
                            "_revinclude",
                            Optional.empty());
                }));
    }

    /** R4 compartmentdefinition.html: the resources of one patient, among them those that meet a condition. */
    Optional<Query> inCompartment(Holding drawn) {
        var patient = drawn.links().stream()
                .filter(link -> link.targetType().equals("Patient"))
                .findFirst();
        return patient.flatMap(link -> criteria.plainOnAny(drawn).map(criterion -> {
            var path = link.target() + "/" + drawn.type();
            return new Query(path, List.of(criterion.encoded()), false, "compartment", Optional.empty());
        }));
    }

    private Query query(String type, String parameter, String kind) {
        return new Query(type, List.of(parameter), random.nextInt(20) == 0, kind, Optional.empty());
    }
}
