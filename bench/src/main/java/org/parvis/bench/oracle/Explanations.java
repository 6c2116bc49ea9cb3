package org.parvis.bench.oracle;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.parvis.bench.corpus.Corpus;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.query.Condition;

/** The explained divergences, each with the section of the specification that it reads: docs/spec-readings.md. */
final class Explanations {
    private static final String FILE = "explained.json";

    private final List<Explanation> all;
    private final Condition condition;

    private Explanations(List<Explanation> all, Condition condition) {
        this.all = all;
        this.condition = condition;
    }

    static Explanations over(Corpus corpus) throws IOException {
        try (var in = Explanations.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("No " + FILE + " on the class path");
            }
            var listed = Json.read(in.readAllBytes()).path("explained");
            var all = StreamSupport.stream(listed.spliterator(), false)
                    .map(Explanation::read)
                    .toList();
            return new Explanations(all, new Condition(corpus));
        }
    }

    Optional<Explanation> of(Divergence divergence) {
        return all.stream()
                .filter(explanation -> explanation.explains(divergence, condition))
                .findFirst();
    }
}
