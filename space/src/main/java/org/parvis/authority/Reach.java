package org.parvis.authority;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parvis.trace.Kind;

/**
 * How far an application would reach, in the words of whoever is asked.
 *
 * @param readsAll whether it would read all that the person may
 * @param reads what sorts of data it would read
 */
public record Reach(boolean readsAll, Set<Kind> reads, boolean writesAll, Set<Kind> writes) {

    private static final String ALL = "*";

    public Reach {
        reads = new TreeSet<>(reads);
        writes = new TreeSet<>(writes);
    }

    public static Reach of(Scopes scopes) {
        return new Reach(
                isAll(scopes, SmartScope::reads),
                kinds(scopes, SmartScope::reads),
                isAll(scopes, SmartScope::writes),
                kinds(scopes, SmartScope::writes));
    }

    public boolean isReading() {
        return readsAll || !reads.isEmpty();
    }

    public boolean isWriting() {
        return writesAll || !writes.isEmpty();
    }

    private static boolean isAll(Scopes scopes, Predicate<SmartScope> deed) {
        return scopes.data().stream()
                .filter(deed)
                .anyMatch(scope -> scope.type().equals(ALL));
    }

    private static Set<Kind> kinds(Scopes scopes, Predicate<SmartScope> deed) {
        return scopes.data().stream()
                .filter(deed)
                .map(SmartScope::type)
                .filter(type -> !type.equals(ALL))
                .map(Kind::of)
                .collect(Collectors.toSet());
    }
}
