package org.parvis.bench.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What one client knows: every write that was acknowledged to it, the one that was not yet, and all that it was shown. */
final class Ledger {
    private final Map<Key, State> acknowledged = new HashMap<>();
    private final List<Key.Version> versions = new ArrayList<>();
    private final Set<String> markers = new HashSet<>();
    private final Set<Key> touched = new HashSet<>();
    private final Map<Key, Integer> looks = new HashMap<>();
    private Optional<Pending> pending = Optional.empty();

    void begin(Pending write) {
        pending = Optional.of(write);
    }

    /** The write under way was acknowledged: this resource is now in this state. */
    void acknowledge(Key key, State state) {
        acknowledged.put(key, state);
        versions.add(new Key.Version(key, state.version()));
        touched.add(key);
        pending = Optional.empty();
    }

    /** The resources of one write were acknowledged together. */
    void acknowledge(List<Key.Version> created, int value) {
        created.forEach(version -> acknowledge(version.key(), new State(version.number(), value, false)));
    }

    /** One resource, created by this client or another, stands under a marker that several clients use. */
    void acknowledge(String marker) {
        markers.add(marker);
        pending = Optional.empty();
    }

    /** A version of this resource was shown. */
    void saw(Key key) {
        looks.merge(key, 1, Integer::sum);
    }

    /** How often each resource was shown, of which the trace has to tell. */
    Map<Key, Integer> looks() {
        return looks;
    }

    /** The write under way was refused, or found not to have happened. */
    void forget() {
        pending = Optional.empty();
    }

    Optional<Pending> pending() {
        return pending;
    }

    Map<Key, State> acknowledged() {
        return acknowledged;
    }

    List<Key.Version> versions() {
        return versions;
    }

    /** The markers under which exactly one resource stands. */
    Set<String> markers() {
        return markers;
    }

    State state(Key key) {
        return Objects.requireNonNull(acknowledged.get(key), key::toString);
    }

    List<Key> living() {
        return acknowledged.entrySet().stream()
                .filter(entry -> !entry.getValue().deleted())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The resources written since this was last asked. */
    Set<Key> takeTouched() {
        var taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }
}
