package org.parvis.bench.crash;

/** What a resource must be: its version, the value that this version carries, and whether it is deleted. */
record State(int version, int value, boolean deleted) {

    State updated(int newValue) {
        return new State(version + 1, newValue, false);
    }

    State erased() {
        return new State(version + 1, value, true);
    }

    /** A deleted resource shows neither version nor value; the feed tells which version its deletion was. */
    boolean matches(State found) {
        return deleted ? found.deleted : !found.deleted && version == found.version && value == found.value;
    }
}
