package org.parvis.authority;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Words that stand side by side, parted by white space, as OAuth writes scopes; each once, in order. */
final class Spaced {

    private Spaced() {}

    static Set<String> read(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
    }

    static String write(Collection<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }
}
