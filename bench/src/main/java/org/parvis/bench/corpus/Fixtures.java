package org.parvis.bench.corpus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Resources written by hand where servers are known to part: partial dates, units, accents, odd identifiers, links. */
final class Fixtures {
    private static final List<String> FILES =
            List.of("names.ndjson", "identifiers.ndjson", "dates.ndjson", "quantities.ndjson", "references.ndjson");

    private Fixtures() {}

    static List<ObjectNode> all() throws IOException {
        var fixtures = new ArrayList<ObjectNode>();
        for (var file : FILES) {
            lines(file).map(Json::read).forEach(fixtures::add);
        }
        return fixtures;
    }

    private static Stream<String> lines(String file) throws IOException {
        try (var in = Fixtures.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("No fixture file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }
}
