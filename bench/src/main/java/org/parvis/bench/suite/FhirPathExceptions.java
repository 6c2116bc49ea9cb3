package org.parvis.bench.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** HL7's FHIRPath cases that a server answers otherwise for a reason that is written down. */
record FhirPathExceptions(List<String> names) {
    private static final String FILE = "fhirpath-exceptions.txt";

    /** The indented words of the file, below the reason of each group. */
    static FhirPathExceptions read() throws IOException {
        try (var in = Objects.requireNonNull(FhirPathExceptions.class.getResourceAsStream(FILE))) {
            return new FhirPathExceptions(new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("  "))
                    .flatMap(line -> Stream.of(line.strip().split(" ")))
                    .toList());
        }
    }

    /** A listed case must fail, any other must pass: so the list stays true. */
    Verdict verdict(FhirPathCase one, boolean passed) {
        var listed = names.contains(one.name());
        var seen = listed ? "it passes, and is listed as an exception" : "not found by " + one.outputs();
        return Verdict.of("%s: %s".formatted(one.name(), one.expression()), passed != listed, seen);
    }
}
