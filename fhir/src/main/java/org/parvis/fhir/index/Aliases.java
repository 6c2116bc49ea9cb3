package org.parvis.fhir.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parameters of one type whose values others hold already, so that each value is indexed once:
 * {@code Observation.patient} is {@code subject} as far as it leads to a Patient, {@code combo-code} is {@code code} and
 * {@code component-code} together.
 */
final class Aliases {

    /** One alternative of an expression, without the condition on what it leads to. */
    private record Part(PathExpr path, @Nullable String targetType, List<Component> halves) {}

    private record Parted(SearchParam param, Set<Part> parts) {

        boolean hasCondition() {
            return parts.stream().anyMatch(part -> part.targetType != null);
        }
    }

    private final List<Parted> stored = new ArrayList<>();

    private Aliases() {}

    /** The same parameters of one type, each saying where its values are kept. */
    static List<SearchParam> resolve(List<SearchParam> params) {
        var aliases = new Aliases();
        return params.stream()
                .map(param -> new Parted(param, parts(param)))
                .sorted(Comparator.comparingInt((Parted parted) -> parted.parts.size())
                        .thenComparing(Parted::hasCondition)
                        .thenComparing(parted -> parted.param.code()))
                .map(aliases::place)
                .toList();
    }

    private SearchParam place(Parted wanted) {
        var cover = wanted.parts.isEmpty() ? Optional.<List<StoredParam>>empty() : cover(wanted);
        if (cover.isEmpty()) {
            stored.add(wanted);
        }
        return cover.map(wanted.param::storedAs).orElse(wanted.param);
    }

    private Optional<List<StoredParam>> cover(Parted wanted) {
        Set<Part> missing = new HashSet<>(wanted.parts);
        List<StoredParam> cover = new ArrayList<>();
        for (Parted candidate : stored.reversed()) {
            var covered = covered(candidate, wanted);
            if (covered.isPresent() && missing.removeAll(covered.get())) {
                cover.add(0, storedParam(candidate, covered.get()));
            }
        }
        return missing.isEmpty() ? Optional.of(cover) : Optional.empty();
    }

    /** The parts of {@code wanted} that {@code candidate} holds, provided that it holds nothing else. */
    private static Optional<Set<Part>> covered(Parted candidate, Parted wanted) {
        if (candidate.param.kind() != wanted.param.kind() || candidate.parts.isEmpty()) {
            return Optional.empty();
        }
        Set<Part> covered = new HashSet<>();
        Set<@Nullable String> conditions = new HashSet<>();
        for (Part held : candidate.parts) {
            var same = wanted.parts.stream().filter(part -> holds(held, part)).findFirst();
            if (same.isEmpty()) {
                return Optional.empty();
            }
            covered.add(same.get());
            conditions.add(same.get().targetType);
        }
        return conditions.size() == 1 ? Optional.of(covered) : Optional.empty();
    }

    private static boolean holds(Part held, Part wanted) {
        return held.path.equals(wanted.path)
                && held.halves.equals(wanted.halves)
                && (held.targetType == null || held.targetType.equals(wanted.targetType));
    }

    private static StoredParam storedParam(Parted candidate, Set<Part> covered) {
        var condition = covered.iterator().next().targetType;
        return candidate.hasCondition()
                ? StoredParam.whole(candidate.param.code())
                : new StoredParam(candidate.param.code(), condition);
    }

    private static Set<Part> parts(SearchParam param) {
        var halves = param.components().stream()
                .map(half -> new Component("", half.kind(), half.expression()))
                .toList();
        return PathParser.parse(param.expression()).map(Aliases::alternatives).orElse(List.of()).stream()
                .map(path -> part(path, halves))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Part part(PathExpr path, List<Component> halves) {
        return path instanceof PathExpr.LeadingTo(PathExpr of, String type)
                ? new Part(of, type, halves)
                : new Part(path, null, halves);
    }

    private static List<PathExpr> alternatives(PathExpr path) {
        return path instanceof PathExpr.Union(List<PathExpr> alternatives) ? alternatives : List.of(path);
    }
}
