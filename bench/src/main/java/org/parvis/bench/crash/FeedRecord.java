package org.parvis.bench.crash;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;

/** The feed as one follower read it over all crashes, always from the last position that it was told. */
final class FeedRecord {
    private final URI base;
    private final List<String> positions = new ArrayList<>();
    private final Map<Key, Integer> latest = new HashMap<>();
    private final Set<Key.Version> told = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    /** The base address of the server itself, below which the feed lies. */
    FeedRecord(URI base) {
        this.base = base;
    }

    List<String> faults() {
        return faults;
    }

    int size() {
        return positions.size();
    }

    /** Reads what the feed tells now beyond what it told before. */
    void readOn() throws IOException {
        var from = positions.isEmpty() ? "start" : positions.getLast();
        for (var line : lines(from)) {
            var change = Json.read(line);
            enter(
                    change.path("position").asText(),
                    new Key(change.path("type").asText(), change.path("id").asText()),
                    change.path("version").asInt());
        }
    }

    private void enter(String position, Key key, int version) {
        positions.add(position);
        if (!told.add(new Key.Version(key, version))) {
            faults.add("told twice: %s version %d".formatted(key, version));
        }
        var expected = latest.getOrDefault(key, 0) + 1;
        if (version != expected) {
            faults.add("%s: version %d came where %d was due".formatted(key, version, expected));
        }
        latest.put(key, version);
    }

    /** Whether every acknowledged version was told. */
    void check(List<Key.Version> acknowledged) {
        acknowledged.stream()
                .filter(version -> !told.contains(version))
                .forEach(version -> faults.add("never told: " + version));
    }

    /** Whether the feed, read again from its start, tells the same changes in the same order. */
    void readAgain() throws IOException {
        var again = lines("start").stream()
                .map(line -> Json.read(line).path("position").asText())
                .toList();
        if (!again.equals(positions)) {
            faults.add("read again, the feed tells %d changes instead of %d, or in another order"
                    .formatted(again.size(), positions.size()));
        }
    }

    private List<String> lines(String from) throws IOException {
        try (var connection = new Connection(base)) {
            var answer = connection.send(Request.reading("feed?from=" + from));
            if (!answer.succeeded()) {
                throw new IOException("The feed answered %d: %s".formatted(answer.status(), answer.text()));
            }
            return answer.text().lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
