package org.parvis.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked on the command line: {@code --name value} pairs, and {@code --name} alone for yes. */
record Options(Map<String, String> values) {

    static Options parse(List<String> words) {
        var values = new HashMap<String, String>();
        for (var at = 0; at < words.size(); at++) {
            var name = words.get(at);
            if (!name.startsWith("--")) {
                throw new IllegalArgumentException("Expected --name, found " + name);
            }
            var alone = at + 1 == words.size() || words.get(at + 1).startsWith("--");
            values.put(name.substring(2), alone ? "yes" : words.get(++at));
        }
        return new Options(Map.copyOf(values));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }
}
