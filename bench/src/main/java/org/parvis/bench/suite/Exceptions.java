package org.parvis.bench.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases of a suite that a server answers otherwise for a reason that is written down. */
record Exceptions(Set<String> names) {

    /**
     * The indented words of a file, below the reason of each group.
     *
     * @param file stands beside this class
     */
    static Exceptions read(String file) throws IOException {
        try (var in = Objects.requireNonNull(Exceptions.class.getResourceAsStream(file))) {
            return new Exceptions(new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("  "))
                    .flatMap(line -> Stream.of(line.strip().split(" ")))
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** A listed case must fail, any other must pass: so the list stays true. */
    Verdict verdict(String name, Verdict verdict) {
        if (!names.contains(name)) {
            return verdict;
        }
        return verdict.passed()
                ? Verdict.failed(verdict.name(), "it passes, and is listed as an exception")
                : Verdict.passed(verdict.name());
    }
}
